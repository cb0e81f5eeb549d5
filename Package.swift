// swift-tools-version: 6.0
import PackageDescription

// What an app or a merchant's backend links. What you run is in Gateway/, a package of its own.

var settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]
// Warnings are errors for whoever works on OpenPGW, never for whoever links it.
if Context.environment["OPENPGW_STRICT"] != nil {
    settings.append(.unsafeFlags(["-warnings-as-errors"]))
}

// For the fuzzer of the gateway's package, which watches the code of these targets and not of those they stand on.
if Context.environment["OPENPGW_FUZZ"] != nil {
    settings.append(.unsafeFlags(["-sanitize=fuzzer"]))
}

// The library for C has the calls of payments by tables of text (Bindings/requests.txt, answers.txt), and not the types of them
// (`Scripts/library`).
let excluded = Context.environment["OPENPGW_LIBRARY"] == nil ? [] : ["Payments"]

let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let cryptoExtras: Target.Dependency = .product(name: "CryptoExtras", package: "swift-crypto")
let asn1: Target.Dependency = .product(name: "SwiftASN1", package: "swift-asn1")

let package = Package(
    name: "openpgw",
    platforms: [.iOS(.v13), .macOS(.v10_15), .tvOS(.v13), .watchOS(.v6)],
    products: [
        .library(name: "PGW", targets: ["PGW"]),
        .library(name: "PGWMerchant", targets: ["PGWMerchant"]),
        .library(name: "PGWTesting", targets: ["PGWTesting"]),
        // For other languages: make library.
        .library(name: "PGWC", type: .dynamic, targets: ["PGWC"]),
        .library(name: "PGWWire", targets: ["PGWWire"]),
        .library(name: "StrictJSON", targets: ["StrictJSON"]),
        .library(name: "Texts", targets: ["Texts"]),
        .library(name: "JOSE", targets: ["JOSE"]),
        .library(name: "HTTPTransport", targets: ["HTTPTransport"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        // swift-crypto stands on it already; JOSE reads and writes X.509 with it.
        .package(url: "https://github.com/apple/swift-asn1", from: "1.7.0"),
    ],
    targets: [
        .target(name: "StrictJSON", swiftSettings: settings),
        .target(name: "Texts", swiftSettings: settings),
        .target(name: "PGWWire", dependencies: ["StrictJSON", "Texts"], exclude: excluded, swiftSettings: settings),
        .target(name: "CCurl"),
        .target(name: "CCrypto"),
        .target(
            name: "HTTPTransport", dependencies: [.target(name: "CCurl", condition: .when(platforms: [.linux]))],
            swiftSettings: settings),
        .target(name: "JOSE", dependencies: ["StrictJSON", crypto, cryptoExtras, asn1], swiftSettings: settings),
        .target(
            name: "PGW",
            dependencies: [
                "PGWWire", "StrictJSON", "HTTPTransport", .target(name: "CCrypto", condition: .when(platforms: [.linux])),
            ], exclude: excluded, swiftSettings: settings),
        .target(name: "PGWC", dependencies: ["PGW", "StrictJSON", "HTTPTransport"], swiftSettings: settings),
        .target(
            name: "PGWMerchant", dependencies: ["PGWWire", "StrictJSON", "JOSE", "HTTPTransport", crypto], swiftSettings: settings
        ),
        .target(
            name: "PGWTesting", dependencies: ["PGWMerchant", "PGW", "StrictJSON", "HTTPTransport"], swiftSettings: settings),

        .executableTarget(name: "ExampleCallbacks", dependencies: ["PGW"], path: "Examples/Callbacks", swiftSettings: settings),
        .executableTarget(
            name: "ExampleStoreACard", dependencies: ["PGW", "PGWMerchant"], path: "Examples/StoreACard", swiftSettings: settings),
        .executableTarget(name: "ExamplePay", dependencies: ["PGW"], path: "Examples/Pay", swiftSettings: settings),
        .executableTarget(name: "ExampleAsync", dependencies: ["PGW"], path: "Examples/Async", swiftSettings: settings),

        .testTarget(name: "StrictJSONTests", dependencies: ["StrictJSON", "PGWTesting"], swiftSettings: settings),
        .testTarget(name: "TextsTests", dependencies: ["Texts", "PGWTesting"], swiftSettings: settings),
        .testTarget(name: "PGWWireTests", dependencies: ["PGWWire", "StrictJSON", "PGWTesting"], swiftSettings: settings),
        .testTarget(
            name: "JOSETests", dependencies: ["JOSE", "StrictJSON", "PGWTesting", crypto, cryptoExtras], swiftSettings: settings),
        .testTarget(
            name: "PGWTests", dependencies: ["PGW", "PGWWire", "StrictJSON", "PGWMerchant", "PGWTesting"], swiftSettings: settings
        ),
        // Compiled as an app's own code is, without this package's settings.
        .testTarget(name: "PGWSurfaceTests", dependencies: ["PGW", "PGWTesting"], swiftSettings: [.swiftLanguageMode(.v5)]),
        .testTarget(name: "PGWMerchantTests", dependencies: ["PGWMerchant", "PGWTesting"], swiftSettings: settings),
        .testTarget(name: "PGWTestingTests", dependencies: ["PGWTesting"], swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)
