// swift-tools-version: 5.9
import PackageDescription

let package = Package(
    name: "pgw_sdk",
    platforms: [.iOS(.v13)],
    products: [.library(name: "pgw-sdk", targets: ["pgw_sdk"])],
    dependencies: [
        // The root of this repository.
        .package(name: "openpgw", path: "../../../.."),
        .package(name: "FlutterFramework", path: "../FlutterFramework"),
    ],
    targets: [
        .target(
            name: "pgw_sdk",
            dependencies: [
                .product(name: "PGWC", package: "openpgw"),
                .product(name: "FlutterFramework", package: "FlutterFramework"),
            ]
        )
    ]
)
