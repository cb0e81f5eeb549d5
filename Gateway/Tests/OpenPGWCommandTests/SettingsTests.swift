import Foundation
@_spi(OpenPGW) import PGWTesting
import Testing
import WireTesting

/// What operators and their platforms put into variables, files and options.
@Suite("Settings as people give them")
struct SettingsTests {
    @Test(
        "a cluster's service link is no setting, and is said to be ignored",
        arguments: ["tcp://10.96.12.7:8080", "udp://10.96.12.7:53"])
    func serviceLink(_ link: String) async throws {
        let listed = try await Program.run(
            ["merchant", "list", "--sandbox", "--data", try temporaryFolder()],
            environment: ["OPENPGW_PORT": link, "OPENPGW_SERVICE_HOST": "10.96.12.7", "OPENPGW_HOST": link])
        #expect(listed.status == 0)
        #expect(listed.errors.contains("OPENPGW_PORT is \(link)") && listed.errors.contains("ignored"))
    }

    @Test("a line break at the end of a value, and an empty value, are none")
    func trimmed() async throws {
        let folder = try temporaryFolder()
        let listed = try await Program.run(
            ["merchant", "list", "--sandbox"],
            environment: ["OPENPGW_DATA": folder + "\n", "OPENPGW_HOST": "", "OPENPGW_PORT": " "])
        #expect(listed.status == 0, "\(listed.errors)")
        #expect(FileManager.default.fileExists(atPath: folder + "/openpgw.db"))
    }

    @Test("a merchant's secret may end in a line break")
    func secret() async throws {
        try await withGateway(Program.options()) { gateway in
            let request = #"{"invoiceNo":"1","description":"d","amount":1,"currencyCode":"THB"}"#
            let minted = try await Program.run(
                ["payment-token", "--merchant", "JT04", "--request", "-", "--endpoint", gateway.address.absoluteString],
                input: "\u{FEFF}" + request,
                environment: ["OPENPGW_MERCHANT_SECRET": try gateway.merchant("JT04").secret + "\r\n"])
            #expect(minted.status == 0, "\(minted.errors)")
        }
    }

    @Test("an address's scheme has any case", arguments: ["HTTP", "Http"])
    func scheme(_ scheme: String) async throws {
        try await withGateway(Program.options()) { gateway in
            let address = gateway.address.absoluteString.replacing("http", with: scheme)
            let info = try await Program.run(["token-info", "x", "--endpoint", address])
            #expect(info.errors.contains("9040"), "\(info.errors)")
        }
    }

    @Test("a gateway on IPv6 says an address that can be used; a client that has no IPv6 says so")
    func ipv6() async throws {
        let (scratch, folder) = (try temporaryFolder(), try temporaryFolder())
        let process = try Program.start(
            ["serve", "--sandbox", "--host", "::1", "--port", "0", "--data", folder], scratch: scratch)
        let address = try await Self.address(scratch)
        #expect(address.hasPrefix("http://[::1]:"))
        let health = try await Program.run(["-sS", address + "/health"], of: "/usr/bin/curl")
        #expect(health.output == #"{"status":"ok"}"#, "\(health.errors)")
        let info = try await Program.run(["token-info", "x", "--endpoint", address])
        #expect(info.errors.contains("9040") || info.errors.contains("IPv6"), "\(info.errors)")
        process.signal(SIGTERM)
        #expect(try await Program.ended(process, scratch).status == 0)
    }

    @Test(
        "a gateway that listens everywhere warns of addresses only this machine reaches",
        arguments: ["0.0.0.0", "::", "0", "::0", "::ffff:0.0.0.0"])
    func everywhere(_ host: String) async throws {
        for more in [[], ["--public-url", "HTTPS://pgw.example/"]] {
            let (scratch, folder) = (try temporaryFolder(), try temporaryFolder())
            let process = try Program.start(
                ["serve", "--sandbox", "--host", host, "--port", "0", "--data", folder] + more, scratch: scratch)
            _ = try await Self.address(scratch)
            process.signal(SIGTERM)
            let ended = try await Program.ended(process, scratch)
            #expect(ended.errors.contains("--public-url") == more.isEmpty, "\(ended.errors)")
            let here = host.contains(":") ? "http://[::1]:" : "http://127.0.0.1:"
            #expect(ended.output.hasPrefix("openpgw ready at " + here), "\(ended.output)")
        }
    }

    @Test(
        "what is no origin, no drain and no time is refused by name",
        arguments: [
            ["--allow-origin", "shop.example"], ["--allow-origin", "https://shop.example/path"], ["--allow-origin", "*"],
            ["--drain", "-1"],
            ["--idle-timeout", "0"], ["--public-url", "ftp://x"],
        ])
    func refused(_ arguments: [String]) async throws {
        let ended = try await Program.run(["serve", "--sandbox", "--port", "0", "--data", try temporaryFolder()] + arguments)
        #expect(ended.status != 0)
        #expect(ended.errors.contains(arguments[0].dropFirst(2)), "\(ended.errors)")
    }

    @Test("bytes in an argument that are no UTF-8 are said to be that, and nothing is stored")
    func arguments() async throws {
        let folder = try temporaryFolder()
        let command = "\(Program.openpgw) merchant add SHOP --name \"$(printf 'Caf\\351')\" --currency THB --data \(folder)/data"
        let added = try await Program.run(["-c", command], of: "/bin/sh")
        #expect(added.status == 1)
        #expect(added.errors.contains("argument 5 is not UTF-8"), "\(added.errors)")
        #expect(!FileManager.default.fileExists(atPath: folder + "/data"))
    }

    @Test("a file that is not UTF-8 says so, and one with a byte-order mark is read")
    func encodings() async throws {
        let folder = try temporaryFolder()
        let text = #"{"port":0}"#
        for (name, bytes, words) in [
            ("wide", [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }, "UTF-16"),
            ("latin", Array(#"{"host":"caf"#.utf8) + [0xE9, 0x22, 0x7D], "not UTF-8"),
            ("mark", [0xEF, 0xBB, 0xBF] + Array(text.utf8), ""),
        ] as [(String, [UInt8], String)] {
            let path = "\(folder)/\(name)"
            try Data(bytes).write(to: URL(fileURLWithPath: path))
            let listed = try await Program.run(["merchant", "list", "--sandbox", "--data", folder + "/data", "--config", path])
            #expect(listed.status == (words.isEmpty ? 0 : 1), "\(listed.errors)")
            #expect(words.isEmpty || listed.errors.contains(words) && listed.errors.contains(path), "\(listed.errors)")
        }
    }

    // MARK: TLS

    @Test(
        "a certificate or key that cannot be used is named, with the cause",
        arguments: [
            ("exchanged", "it belongs to --tls-key"), ("foreign", "is not that of the first certificate"),
            ("encrypted", "encrypted"),
            ("missing", "is not there"), ("words", "holds no certificate in PEM"), ("folder", "is a folder"),
            ("empty", "it is empty"), ("request", "it is a certificate request"), ("DER", "is DER or PKCS #12"),
            ("UTF-16", "is UTF-16"), ("public key", "holds no private key"),
            ("two certificates", "it belongs to --tls-certificate"),
        ])
    func tls(_ how: String, _ words: String) async throws {
        let folder = try temporaryFolder()
        try await Self.certificate(folder, "a")
        try await Self.certificate(folder, "b")
        let pem = try String(contentsOfFile: folder + "/a.pem", encoding: .utf8)
        for (name, data) in [
            ("words", Data("words".utf8)), ("empty", Data()), ("DER", Data([0x30, 0x82, 1, 0x0A])),
            ("UTF-16", try #require(pem.data(using: .utf16))),
            ("request", Data(pem.replacing(" CERTIFICATE-", with: " CERTIFICATE REQUEST-").utf8)),
            ("public key", Data(pem.replacing(" CERTIFICATE-", with: " PUBLIC KEY-").utf8)),
        ] {
            try data.write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
        }
        let (certificate, key) =
            switch how {
            case "exchanged": ("a.key", "a.pem")
            case "foreign": ("a.pem", "b.key")
            case "encrypted": ("a.pem", "a.encrypted")
            case "missing": ("none.pem", "a.key")
            case "words", "empty", "request", "DER", "UTF-16": (how, "a.key")
            case "folder": (".", "a.key")
            case "public key": ("a.pem", how)
            default: ("a.pem", "b.pem")
            }
        let ended = try await Program.run([
            "serve", "--port", "0", "--data", folder + "/data", "--tls-certificate", "\(folder)/\(certificate)", "--tls-key",
            "\(folder)/\(key)",
        ])
        #expect(ended.status == 1)
        #expect(ended.errors.contains(words), "\(ended.errors)")
        #expect(ended.errors.contains(folder))
    }

    @Test("PEM is read as people keep it: indented, with the line ends of other systems", arguments: ["\n   ", "\r", "\r\n"])
    func laxPEM(_ lineEnd: String) async throws {
        let folder = try temporaryFolder()
        try await Self.certificate(folder, "a")
        for name in ["a.pem", "a.key"] {
            let pem = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
            try pem.replacing("\n", with: lineEnd).write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
        }
        let scratch = try temporaryFolder()
        let process = try Program.start(
            [
                "serve", "--sandbox", "--port", "0", "--data", folder + "/data", "--tls-certificate", folder + "/a.pem",
                "--tls-key", folder + "/a.key",
            ],
            scratch: scratch)
        #expect(try await Self.address(scratch).hasPrefix("https://"))
        process.signal(SIGTERM)
        #expect(try await Program.ended(process, scratch).status == 0)
    }

    @Test("a certificate that has expired is served with a warning that has the date; a byte-order mark says nothing")
    func expired() async throws {
        let folder = try temporaryFolder()
        try await Self.certificate(folder, "a", ["-not_before", "20200101000000Z", "-not_after", "20210101000000Z"])
        for name in ["a.pem", "a.key"] {
            let url = URL(fileURLWithPath: "\(folder)/\(name)")
            try (Data([0xEF, 0xBB, 0xBF]) + Data(contentsOf: url)).write(to: url)
        }
        let scratch = try temporaryFolder()
        let process = try Program.start(
            [
                "serve", "--port", "0", "--data", folder + "/data", "--tls-certificate", folder + "/a.pem", "--tls-key",
                folder + "/a.key", "--drain", "0",
            ],
            scratch: scratch)
        _ = try await Self.address(scratch)
        process.signal(SIGTERM)
        let ended = try await Program.ended(process, scratch)
        #expect(ended.errors.contains("expired on 2021-01-01T00:00:00Z"), "\(ended.errors)")
    }

    /// A certificate, its key, and that with a password.
    private static func certificate(_ folder: String, _ name: String, _ validity: [String] = []) async throws {
        let key = "\(folder)/\(name).key"
        func openssl(_ arguments: [String]) async throws {
            let made = try await Program.run(arguments, of: "/usr/bin/openssl")
            #expect(made.status == 0, "\(made.errors)")
        }
        try await openssl(["ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out", key])
        try await openssl(["pkcs8", "-topk8", "-in", key, "-passout", "pass:secret", "-out", "\(folder)/\(name).encrypted"])
        try await openssl(["req", "-new", "-key", key, "-subj", "/CN=localhost", "-out", "\(folder)/\(name).csr"])
        if validity.isEmpty {
            try await openssl([
                "x509", "-req", "-in", "\(folder)/\(name).csr", "-signkey", key, "-days", "30", "-out", "\(folder)/\(name).pem",
            ])
        } else {
            // `openssl ca` alone sets the start of a certificate in the past.
            try Data().write(to: URL(fileURLWithPath: folder + "/index"))
            try Data("01".utf8).write(to: URL(fileURLWithPath: folder + "/serial"))
            let settings = """
                [ca]
                default_ca = this
                [this]
                database = \(folder)/index
                serial = \(folder)/serial
                new_certs_dir = \(folder)
                default_md = sha256
                policy = any
                [any]
                commonName = supplied
                """
            try Data(settings.utf8).write(to: URL(fileURLWithPath: folder + "/ca.conf"))
            let dates = ["-startdate", validity[1], "-enddate", validity[3]]
            try await openssl(
                [
                    "ca", "-batch", "-config", folder + "/ca.conf", "-selfsign", "-keyfile", key, "-in", "\(folder)/\(name).csr",
                    "-out", "\(folder)/\(name).pem", "-notext",
                ] + dates)
        }
    }

    static func address(_ scratch: String) async throws -> String {
        var address = ""
        try await eventually {
            address = try Program.text(scratch, "out").firstMatch(of: /ready at (\S+)\n/).map { String($0.1) } ?? ""
            return !address.isEmpty
        }
        return address
    }
}

@Suite("Stopping")
struct StoppingTests {
    @Test("asked to stop, it says so at /ready, answers everything for the time it was given, and loses no request")
    func drain() async throws {
        let (scratch, folder) = (try temporaryFolder(), try temporaryFolder())
        let process = try Program.start(
            ["serve", "--sandbox", "--port", "0", "--data", folder, "--drain", "2"], scratch: scratch)
        let port = try #require(URL(string: try await SettingsTests.address(scratch))?.port)
        let outcome = try await blocking {
            let request = "GET /health HTTP/1.1\r\nHost: x\r\n\r\n"
            let kept = try (0..<20).map { _ in try RawSocket(port: port) }
            for socket in kept {
                try socket.send(request)
                _ = try socket.read()
            }
            process.signal(SIGTERM)
            var ready = 0
            for _ in 0..<1000 where ready != 503 {
                let socket = try RawSocket(port: port)
                try socket.send("GET /ready HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                ready = RawAnswer(try socket.readAll()).status
            }
            // Each kept connection's next request is answered, and told that it is the last.
            let answers = try kept.map { socket in
                try socket.send(request)
                return RawAnswer(try socket.readAll())
            }
            return (ready, answers)
        }
        #expect(outcome.0 == 503)
        #expect(outcome.1.allSatisfy { $0.status == 200 && $0.headers["connection"] == "close" })
        #expect(try await Program.ended(process, scratch).status == 0)
    }

    @Test("no client can keep it from ending")
    func withheld() async throws {
        let (scratch, folder) = (try temporaryFolder(), try temporaryFolder())
        let process = try Program.start(["serve", "--sandbox", "--port", "0", "--data", folder], scratch: scratch)
        let port = try #require(URL(string: try await SettingsTests.address(scratch))?.port)
        let took = try await blocking {
            // A body that never comes, and one that drips for as long as anybody listens.
            let silent = try RawSocket(port: port)
            try silent.send(
                "POST /payment/4.3/cardTokenInfo HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 9000\r\n\r\n")
            _ = try silent.read()
            let dripping = try RawSocket(port: port)
            try dripping.send(
                "POST /payment/4.3/cardTokenInfo HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 9000\r\n\r\n")
            _ = try dripping.read()
            let started = ContinuousClock.now
            process.signal(SIGTERM)
            while (try? dripping.send(" ")) != nil, ContinuousClock.now - started < .seconds(60) { usleep(100_000) }
            _ = process.wait()
            return ContinuousClock.now - started
        }
        // Of the gateway's own making is at most 15 s; the rest is a busy machine's.
        #expect(took < .seconds(25))
        #expect(await process.ended() == .exit(status: 0))
    }

    @Test(
        "SEC-44 a disk that is full makes /ready 503, and it recovers by itself",
        .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/prlimit")))
    func sec44FullDisk() async throws {
        let (scratch, folder) = (try temporaryFolder(), try temporaryFolder())
        _ = try await Program.run(["merchant", "list", "--sandbox", "--data", folder])
        // Files may not grow beyond what they are, as on a disk without room; the signal for that is not taken.
        let command = "trap '' XFSZ; exec \(Program.openpgw) serve --sandbox --port 0 --data \(folder)"
        let process = try Program.start(["-c", command], of: "/bin/sh", scratch: scratch)
        let port = try #require(URL(string: try await SettingsTests.address(scratch))?.port)
        func limit(_ bytes: String) async throws {
            let set = try await Program.run(
                ["--pid", "\(process.pid)", "--fsize=\(bytes):unlimited"], of: "/usr/bin/prlimit")
            #expect(set.status == 0, "\(set.errors)")
        }
        func ready(_ status: Int) async throws {
            try await eventually {
                try await RawAnswer.of("GET /ready HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", port: port).status == status
            }
        }
        try await ready(200)
        try await limit("4096")
        try await ready(503)
        let health = try await RawAnswer.of("GET /health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", port: port)
        #expect(health.status == 200)
        try await limit("unlimited")
        try await ready(200)
        process.signal(SIGTERM)
        #expect(try await Program.ended(process, scratch).status == 0)
    }
}
