// For whoever builds with Gradle: pgw for the JVM, and pgw-android where ANDROID_HOME names Android's SDK. `./gradlew publishToMavenLocal`
// puts them where other builds find them. This project's own checks reach no registry and call javac instead.

plugins {
    `java-library`
    `maven-publish`
}

group = "org.openpgw"
version = "0.1.0"

tasks.withType<JavaCompile> {
    options.release.set(8)
    options.encoding = "UTF-8"
}

sourceSets["main"].java.srcDir("src/jvm/java")

publishing.publications.create<MavenPublication>("pgw") { from(components["java"]) }

System.getenv("ANDROID_HOME")?.let { android ->
    val sources = sourceSets.create("android") {
        java.setSrcDirs(listOf("src/main/java", "src/android/java"))
        compileClasspath += files("$android/platforms/android-34/android.jar")
    }
    val jar = tasks.register<Jar>("androidJar") {
        archiveBaseName.set("pgw-android")
        from(sources.output)
    }
    publishing.publications.create<MavenPublication>("pgwAndroid") {
        artifactId = "pgw-android"
        artifact(jar)
    }
}
