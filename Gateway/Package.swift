// swift-tools-version: 6.2
import PackageDescription

// What you run: the gateway, its card vault and `openpgw`, the command line. It stands on the root package.

// The fuzzer watches our own code. What that stands on is built as ever, once, for this and for everything else.
let isFuzzing = Context.environment["OPENPGW_FUZZ"] != nil
let settings: [SwiftSetting] =
    [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
        .treatAllWarnings(as: .error),
    ] + (isFuzzing ? [.unsafeFlags(["-sanitize=fuzzer"])] : [])

func openpgw(_ name: String) -> Target.Dependency { .product(name: name, package: "openpgw") }
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let lifecycle: Target.Dependency = .product(name: "ServiceLifecycle", package: "swift-service-lifecycle")

let package = Package(
    name: "openpgw-gateway",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "openpgw", targets: ["openpgw"]),
        .library(name: "Gateway", targets: ["Gateway"]),
        .library(name: "TokenVault", targets: ["TokenVault"]),
        .library(name: "SQLiteStore", targets: ["SQLiteStore"]),
    ],
    dependencies: [
        .package(name: "openpgw", path: ".."),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0", traits: []),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.0"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.0.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    ],
    targets: [
        .systemLibrary(name: "CSQLite3", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite3"])]),
        // Comes with libpq-dev, which stands on it: nothing more is installed for it.
        .systemLibrary(
            name: "CLibCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"]), .brew(["openssl@3"])]),
        .target(name: "TokenVault", dependencies: [openpgw("Texts"), crypto, "CLibCrypto"], swiftSettings: settings),
        .target(
            name: "Payments", dependencies: ["TokenVault", openpgw("PGWWire"), openpgw("StrictJSON"), crypto],
            swiftSettings: settings),
        .target(name: "SQLiteStore", dependencies: ["TokenVault", "CSQLite3"], swiftSettings: settings),
        .systemLibrary(name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"]), .brew(["libpq"])]),
        .target(name: "PostgresStore", dependencies: ["TokenVault", "CLibPQ"], swiftSettings: settings),
        .target(
            name: "CardBooks", dependencies: ["TokenVault", openpgw("JOSE"), openpgw("StrictJSON"), crypto],
            swiftSettings: settings),
        .target(
            name: "Gateway",
            dependencies: [
                "TokenVault", "Payments", openpgw("PGWWire"), openpgw("StrictJSON"), openpgw("JOSE"), openpgw("HTTPTransport"),
                crypto,
                logging, lifecycle,
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "HummingbirdTLS", package: "hummingbird"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ],
            resources: [.embedInCode("Pictures"), .embedInCode("Page"), .embedInCode("Words")],
            swiftSettings: settings
        ),
        .target(name: "CWipe"),
        .executableTarget(
            name: "openpgw",
            dependencies: [
                "CWipe",
                "Gateway", "CardBooks", "Payments", "TokenVault", "SQLiteStore", "PostgresStore", logging, lifecycle,
                openpgw("PGW"), openpgw("PGWMerchant"), openpgw("PGWWire"), openpgw("StrictJSON"), openpgw("JOSE"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "HummingbirdCore", package: "hummingbird"), .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"), .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            path: "Sources/OpenPGWCommand",
            swiftSettings: settings
        ),
        .executableTarget(
            name: "openpgw-bench",
            dependencies: [
                "Gateway", "TokenVault", "SQLiteStore", "PostgresStore", hummingbird, logging, crypto, openpgw("JOSE"),
                openpgw("PGW"),
                openpgw("PGWMerchant"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Sources/OpenPGWBench",
            swiftSettings: settings
        ),

        .executableTarget(
            name: "openpgw-shop",
            dependencies: [
                hummingbird, logging, openpgw("PGWMerchant"), openpgw("PGWWire"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Sources/Shop",
            swiftSettings: settings
        ),

        .target(name: "WireTesting", dependencies: [openpgw("StrictJSON")], path: "Tests/WireTesting", swiftSettings: settings),
        .testTarget(
            name: "TokenVaultTests",
            dependencies: ["TokenVault", "StoreTesting", "WireTesting", crypto, openpgw("PGWTesting")],
            swiftSettings: settings),
        .testTarget(
            name: "PaymentsTests",
            dependencies: ["Payments", "TokenVault", "StoreTesting", openpgw("PGWWire"), openpgw("PGWTesting")],
            swiftSettings: settings),
        .testTarget(
            name: "SQLiteStoreTests", dependencies: ["SQLiteStore", "TokenVault", "CSQLite3", openpgw("PGWTesting")],
            swiftSettings: settings),
        .target(
            name: "StoreTesting", dependencies: ["TokenVault", "SQLiteStore", "PostgresStore", openpgw("PGWTesting")],
            path: "Tests/StoreTesting", swiftSettings: settings),
        .testTarget(
            name: "PostgresStoreTests",
            dependencies: ["TokenVault", "PostgresStore", "StoreTesting", "WireTesting", openpgw("PGWTesting")],
            swiftSettings: settings),
        .testTarget(
            name: "StoreTests",
            dependencies: ["TokenVault", "SQLiteStore", "PostgresStore", "StoreTesting", openpgw("PGWTesting")],
            swiftSettings: settings),
        .testTarget(
            name: "CardBooksTests",
            dependencies: [
                "CardBooks", "TokenVault", "StoreTesting", openpgw("JOSE"), openpgw("StrictJSON"), openpgw("PGWTesting"),
            ],
            swiftSettings: settings),
        .testTarget(
            name: "GatewayTests",
            dependencies: [
                "Gateway", "Payments", "TokenVault", "SQLiteStore", "StoreTesting", "WireTesting", logging, openpgw("JOSE"),
                openpgw("PGW"), openpgw("PGWMerchant"), openpgw("PGWWire"), .product(name: "NIOEmbedded", package: "swift-nio"),
                openpgw("StrictJSON"), openpgw("PGWTesting"), openpgw("HTTPTransport"),
            ],
            swiftSettings: settings),
        .testTarget(
            name: "OpenPGWCommandTests",
            dependencies: [
                "openpgw", "openpgw-bench", "StoreTesting", "WireTesting", openpgw("PGWTesting"), openpgw("StrictJSON"),
            ],
            swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)

// Only here when `make fuzz` asks for it, by naming the fuzzer's library.
if isFuzzing {
    package.targets.append(
        .executableTarget(
            name: "openpgw-fuzz",
            dependencies: ["TokenVault", "SQLiteStore", "CardBooks", crypto]
                + ["JOSE", "PGWWire", "PGWMerchant", "StrictJSON", "PGWTesting"].map(openpgw),
            path: "Fuzz",
            exclude: ["Seeds"],
            swiftSettings: settings + [.unsafeFlags(["-parse-as-library"])],
            // The fuzzer's library without a `main` of its own: the program has one.
            linkerSettings: [.unsafeFlags([Context.environment["OPENPGW_FUZZ"] ?? ""]), .linkedLibrary("stdc++")]))
}
