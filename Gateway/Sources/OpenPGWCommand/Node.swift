internal import Foundation
internal import Gateway
internal import Payments
internal import TokenVault

/// A data folder, opened: store, keys, merchants, vault.
struct Node {
    let profile: GatewayConfiguration.Profile
    let place: RecordsPlace
    let clock: WallClock
    let sandbox: Sandbox?
    let store: any Store
    let keyring: Keyring
    let merchants: Merchants
    let vault: Vault
    let gatewayKeys: GatewayKeys
    let merchantKeys: MerchantKeys
    let metrics: Metrics

    /// What a vault is opened for.
    enum Purpose {
        /// Nothing is changed: a copy can be brought up to date once more.
        case reading
        case changing
        /// A vault for production is made where there is none. For anything else a folder's misspelt name would be taken for a vault
        /// without a merchant.
        case making
    }

    /// Opens the vault the settings name. A sandbox is made where there is none.
    ///
    /// - Throws: A one-line reason: no vault, a folder that cannot be written, a key others can read, the wrong key, a newer schema.
    static func open(_ settings: Settings, for purpose: Purpose) async throws -> Node {
        let profile: GatewayConfiguration.Profile = try settings.flag("sandbox") ? .sandbox : .production
        let folder = try settings.text("data") ?? standardFolder(profile)
        let place = try RecordsPlace(settings, folder: folder)
        if profile == .production { try place.refusePlainText() }
        let isThere = try place.isThere()
        guard purpose == .making || profile == .sandbox || isThere else {
            throw Refused(
                "there is no vault in \(place); openpgw merchant add makes one, --data names another folder, --sandbox the sandbox"
            )
        }
        let keyPath = try settings.text("master-key")
        let key = keyPath ?? folder + "/master.key"
        // Before anything is made: with a key that is none, there is to be no vault.
        let found = FileManager.default.fileExists(atPath: key) ? try MasterKey.load(key) : nil
        if case .folder = place { try makeFolder(folder) }
        let metrics = Metrics()
        let store = try place.open { metrics.recordStore($0, $1) }
        let made = try await store.profile(settingIfNew: profile.rawValue)
        guard made == profile.rawValue else {
            throw Refused(
                "\(place) was made as \(made); \(profile.rawValue) does not use it. Name another with --data or --store")
        }
        let sandboxClock = SandboxClock()
        let clock = profile == .sandbox ? sandboxClock.wallClock : .system
        let master: MasterKey
        if let found { master = found } else { master = try await newMasterKey(key, store, of: place) }
        let keyring = try await Keyring.open(master: master, store: store, clock: clock)
        if purpose != .reading {
            try await store.check()
            try await store.leaveCopying()
        }
        let merchants = Merchants(keyring: keyring, store: store, clock: clock)
        let vault = Vault(keyring: keyring, store: store, clock: clock, allowsTestCards: profile == .sandbox)
        let exchange = ExchangeKeys(keyring: keyring, store: store, clock: clock)
        let sandbox = Sandbox(clock: sandboxClock, vault: vault, merchants: merchants, store: store)
        if profile == .sandbox { try await sandbox.seed() }
        // A folder's misspelt name makes one, too.
        if profile == .production, !isThere { Terminal.note("made a new vault in \(place)") }
        if found == nil, profile == .production || keyPath != nil || place.isShared {
            Terminal.note("made its master key in \(key); without it nobody can open the vault, so keep a copy elsewhere")
        }
        return Node(
            profile: profile, place: place, clock: clock, sandbox: profile == .sandbox ? sandbox : nil, store: store,
            keyring: keyring, merchants: merchants, vault: vault,
            gatewayKeys: GatewayKeys(store: exchange, clock: clock), merchantKeys: MerchantKeys(store: exchange),
            metrics: metrics)
    }

    var services: GatewayServices {
        let outbox = outbox
        return GatewayServices(
            vault: vault, merchants: merchants, sessions: sessions,
            cashier: Cashier(
                store: store, keyring: keyring, vault: vault, acquirer: acquirer, clock: clock, bell: outbox.bell),
            outbox: outbox,
            gatewayKeys: gatewayKeys, merchantKeys: merchantKeys, store: store, clock: clock, metrics: metrics, sandbox: sandbox)
    }

    var outbox: Outbox { Outbox(store: store, keyring: keyring, clock: clock) }
    var sessions: Sessions { Sessions(store: store, keyring: keyring, clock: clock) }

    /// Whom payments are asked of. Production has no connector yet.
    private var acquirer: (any Acquirer)? {
        profile == .sandbox ? SimulatedAcquirer(clock: clock, seed: Array("openpgw sandbox".utf8)) : nil
    }

    func merchant(_ id: String) async throws -> Merchant {
        guard let merchant = try await merchants.find(id) else {
            throw Refused("there is no merchant \(Terminal.visible(id)) in \(place); see openpgw merchant list")
        }
        return merchant
    }

    /// A new key is only made for a store that has none of its own: a lost key file must not be papered over.
    private static func newMasterKey(_ path: String, _ store: any Store, of place: RecordsPlace) async throws -> MasterKey {
        if let target = try? FileManager.default.destinationOfSymbolicLink(atPath: path) {
            throw Refused("the master key file \(path) is a symbolic link to \(target), which is not there")
        }
        guard try await store.keys().isEmpty else {
            // Another process may have made both since this one looked.
            if let made = try? MasterKey.load(path) { return made }
            let advice = place.isShared ? ": copy it from the node that made the vault, or name it with --master-key" : ""
            throw Refused("the master key file \(path) is missing, and the vault cannot be opened without it\(advice)")
        }
        let folder = (path as NSString).deletingLastPathComponent
        if !folder.isEmpty { try makeFolder(folder) }
        do { return try MasterKey.create(path) } catch {
            // Two that begin on a new vault at once: the second takes what the first has made.
            guard let made = try? MasterKey.load(path) else { throw error }
            return made
        }
    }

    static func makeFolder(_ path: String) throws {
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw Refused("the folder \(path) cannot be made: \(error.localizedDescription)")
        }
        guard access(path, W_OK) == 0 else { throw Refused("the folder \(path) is not writable") }
    }

    static func standardFolder(_ profile: GatewayConfiguration.Profile) -> String {
        let environment = ProcessInfo.processInfo.environment
        let data = environment["XDG_DATA_HOME"] ?? (environment["HOME"] ?? NSHomeDirectory()) + "/.local/share"
        return "\(data)/openpgw/\(profile.rawValue)"
    }
}
