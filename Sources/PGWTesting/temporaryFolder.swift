internal import Foundation

#if canImport(Glibc)
internal import Glibc
#endif

/// A new folder that is removed when the process ends.
///
/// It outlives the test that made it, so that nothing a test still has open loses its files.
public func temporaryFolder() throws -> String {
    _ = removesAtExit
    let folder = "\(temporaryRoot)/\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return folder
}

private let temporaryRoot = FileManager.default.temporaryDirectory
    .appendingPathComponent("openpgw-tests-\(ProcessInfo.processInfo.processIdentifier)").path

private let removesAtExit: Void = {
    atexit { try? FileManager.default.removeItem(atPath: temporaryRoot) }
}()
