rootProject.name = "pgw"
