/// Vectors of RFC 7516 appendix A.1 and RFC 7520 §5.2. The keys are published there, and nobody's.
enum RSAVectors {
    static let keyOfRFC7516A1 = """
        -----BEGIN PRIVATE KEY-----
        MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQChqFQihbDQrS6w
        o245HofjCR/igFRcdPFG+BvjwT4FW/GR4M2NsLiF7ytRZwmhmZ2zaHszvSKYRWFF
        Tl2Mg1e2qWVcjgMWpwjUOCNP0t7A0PwxbYqt/dKmyT9mSgWeKVqQbKBPClne56wf
        48UAE0hRik6I3Xl2xBGSCvS8SHE33aLZqxs56dJl7JrHOIrvZTDGusqgTG/qRzm3
        BdOriH5AKEs6WfT+a1RnB+xFoxK0+zqZLpeuDGfFtaGiN/rre24RC54YL4UIx+tr
        foL2ScMUbMqw1rstkrZ2NiDIPclH8wH/g1Qlb9Oo5C3AdhvF6+gkCub4vlK2jCPM
        bL79urobAgMBAAECggEBAJC3bSI+hmw5LPwKQkk2ELXpXDbbZSojsj8zK1x3iPsp
        NRe/pKQ8WOPlmOTVleSp7WhHl0tY/NhN++ccYVjB18r42HnD0/X6cEfzPYFfJ/R6
        4dmp06Uw/dw7etsqVt8g7CcwZ0562LtYsFkYASqxGGOOqgGSKwNsQMJ5tl+7hkdY
        YIZKg6dFao95G0gs9V8nwrOvy3oQcLcRyMofEYqcuNKduJqDgG4MVcN68U/75bd1
        FXuFjtyZCTs5aVH/ik1SNj7YJvnQEcUxLRPonfuDia9IfivlRbN1Up3VUyM50sX8
        q4/CCy+jBv1L/GALu1SC0gd5TltPOfuKhNw84K044MkCgYEA1r52Xk46c+LsfB5P
        442p7atdPUrxQSy4mti/tZI3Mgf2EuFVbUoDBvaRQ+SWxkbkmoEzL7JXroSBjSrK
        3YIQgYdMgyAEPTPjXv/hI2/1eTSPVZfzL0lffNn03IXqWF5MDFuoUYE0hzb2vhrl
        N/rKrbfDIwUbTrjjgieRbwC6Cl0CgYEAwLb35x7hmQWZsWJmB/vle87ihgZ19S8l
        BEROLIsZG4ayZVe9Hi9gDVCOBmUDdaDYVTSNx/8Fyw1YYa9XGrGnDew00J28cRUo
        eBB/jKI1oma0Orv1T9aXIWxKwd4gvxFImOWr3QRL9KEBRzk2RatUBnmDZJTIAfwT
        s0g68UZHvtcCgYBkr5jATt2JSHSpHW1HvDxYe2iUPHcxn85OjCIW+B95DdKKt6xe
        Ob2BnkouExe+j67P4pQlYPFLmkVD8zR692jV0qJFONXD/Hg3KrJc8zmdQs+RylTz
        buuelnMAkql2FYCCqtcYoAQJAfRe3i1rOeOd3/NWkCZlmrrRY8wEx8py4QKBgA6t
        IH4CdQ3RRl4i70BGZ7ihDdFFJrCQcZI8nXN4+GWHQYjEQMvOsdLxwo8sHDJWGIOM
        qAuGGWvYTVXLI6gNxXoi9fa5PIOkJ9vU7dHI/Kqshac/bzQwVHwgIiVXhEjoyQ2T
        2B3R2PL9W/qPmdl+bby8fkwnpH+6Mcnig1Kilo4rAoGAVIMpMYbPf47dT1w/zDUX
        fPimsSegnMOA1zTaX7aGk/8urY6R8+ZW1FxU7AlWAyLWybqq6t16VFd7hQd0y6fl
        UK4SlOydB61gwanOsXGOAOv82cHq0E3eL4HrtZkUuKvnPrMnsUUFlfUdybVzxyjz
        9JF/XyaY14ardLSjf4L/FNY=
        -----END PRIVATE KEY-----
        """

    static let keyOfRFC7520 = """
        -----BEGIN PRIVATE KEY-----
        MIIJQwIBADANBgkqhkiG9w0BAQEFAASCCS0wggkpAgEAAoICAQDBt3EjnlVpqdlc
        9jb0uDmF2a/ZeG+oCGjFSRqd/N/b7nNVTFrqmsdGsjik/UCGiolGVl9i1ZZ3maYd
        EbakAciWHTJIn3CLQGKhkGXVc/Z74L4XJckZxPLQd0pBaWt+FObjYRbtW/TiviB9
        qjq7GMsbB+katktquiGJYI+eQ2uDvVLYK41lJAEg8aNd+SYjLa2X9VaAacvbYamX
        JePliUEt3Fendd5K2yqjnvW601+hRNTwTip3MndTUMi2hWQ8awzCWaacmLADuxdE
        i0EKK9Hgzmqdm13D7u/ha5Hjvv25sO4nmdqUy/ZLrr5E9ycUDNZIrG0EOcUkkMYh
        R7tPOLOODWeazRer/I+5v9Q6VafR5zzkUJ+3WEAKlYbyxyGs4F42ocE4MWyRilRz
        YsLkkDZNo8XZ0Drt2DVNOwL8W6l9DaQ0ZwTUuCmvEodxVZhBvzoH4ejOMdlyq1q4
        HMU1Xm1tO4H5OmRy8l81wUuUfdvyZv4f+jHfkWOoFICMsrKh6p8pOlWO9eF3T2Sf
        CAl/pUqrpQLjXz9M6WMxV8VNZdTGWd+E46fNbodJLMPVz1asK5XOxQy/nizOJ1D3
        B/VxhZ/eDmoUPENAqKz32BwNqIIDAzfIQEjO4154Jrl1qu0cNvXEQH8dwdJ5huCF
        syMZ9qy8qfRplGydPILTGFYGWyiVkQIDAQABAoICAQCft/Mlzf9Ybn1UQ4FORrLO
        5IwzvzQ4lC5mM38psfyU5kbblmgDtPgHFxzTFCfmhkTm5IIjCD3WgK3Qm/E9ymar
        NolmDWeKuNxZn6gG1WTuAIBar4HeqF8XeLOVuSiyvOMdqMhxjfccGGzLj9Z6uteD
        gwM0TgdiiPLrxNzFPYthBHFQ4J/lO0le8zyiV7GVIa1WdCcNG63ERQLCJ7B+aat+
        94SiAvH0QD4oyACNOIhJfGohdCFZRBfUbu/+ZX8evZi4iZhw1weRG+n0TuiiTTzv
        oOGQ7y/hQ5kvADU6VRf3yaSirBznwD9jaUFhtXHX+zmWk+wSptsf6eoiOHV8vSB0
        1+KEvGdyVa1bukLO0uciZkDJ4JYAbtkh+/5Gf18si/2Nnqvuv4xIf2ypu7OIc3aC
        saMP+N9GW4wdrSXzh8UqXptyo3UlbE9WHM1mjTXIMX7UuJCepRhJ6k9/pfdrZI52
        SoFGKq4ToS8u5JggOkmreMMiyCgvwyjUuiiaCInFTAv8ZYQ4a7byCmXLOb71DRTS
        fKER/W6FJHxokBBYCIUiZYflb8hBP0jv7KuKd2v/Z9ZD+LVSAywbMDto4bNl8+WN
        HLrP61j8q4EbTT7bxL9pa+PJRz4CWnwBTIqMFn7sJYffZ8ZYrjyPW37OiavCMv+a
        eGw9sazRz1axaBHMj4ryAQKCAQEA7/2v3OQZzlPFcHyYfLABQ3XP85Es4hCdwCkb
        DeltaUXgVy9l9etKghvM4hRkOvbb01kYVuLFmxIkCDtpi+zLCYAdXKrAK3PtSbtz
        ld/XZ9nlsYa/QZWpXB/IrtFjVfdKUdMz94pHUhFGFj7nr6NNxfpiHSHWFE1zD/AC
        3mY46J961Y2LRnreVwAGNw53p07Db8yD/92pDa97vqcZOdgtybH9q6uma+RFNhO1
        AoiJhYZj69hjmMRXx+x56HO9cnXNbmzNSCFCKnQmn4GQLmRj9sfbZRqL94bbtE4/
        e0Zrpo8RNo8vxRLqQNwIy85fc6BRgBJomt8QdQvIgPgWCv5HoQKCAQEAzqOHk1P6
        WN/rHuM7ZF1cXH0x6RuOHq67WuHiSknqQeefGBA9PWs6ZyKQCO+O6mKXtcgE8/Q/
        hA2kMRcKOcvHil1hqMCNSXlflM7WPRPZu2qCDcqssd/uMbP+DqYthH/EzwL9KnYo
        H7JQFxxmcv5An8oXUtTwk4knKjkIYGRuUwfQTus0w1NfjFAyxOOiAQ37ussIcE6C
        6ZSsM3n41UlbJ7TCqewzVJaPJN5cxjySPZPD3Vp01a9YgAD6a3IIaKJdIxJS1Imn
        fPevSJQBE79+EXe2kSwVgOzvt+gsmM29QQ8veHy4uAqca5dZzMs7hkkHtw1z0jHV
        90epQJJlXXnH8QKCAQEA19oDkBh1AXelMIxQFm2zZTqUhAzCIr4xNIGEPNoDt1jK
        83/FJA+xnx5kA7+1erdHdms/Ef67HsONNv5A60JaR7w8LHnDiBGnjdaUmmuO8XAx
        QJ/ia5mxjxNjS6E2yD44USo2JmHvzeeNczq25elqbTPLhUpGo1IZuG72FZQ5gTjX
        oTXC2+xtCDEUZfaUNh4IeAipfLugbpe0JAFlFfrTDAMUFpC3iXjxqzbEanflwPvj
        6V9iDSgjj8SozSM0dLtxvu0LIeIQAeEgT/yXcrKGmpKdSO08kLBx8VUjkbv/3Pn2
        0Gyu2YEuwpFlM/H1NikuxJNKFGmnAq9LcnwwT0jvoQKCAQBLqnn0quWbMbNpBhAz
        ejRd8cIa9+octiMI7nnsdhB/vY72QswJ93/VUESp4P7WOPAQsoONyTyQ4GXlS+iE
        rWgN9I/UOV4DL5yeYvb0OpaaGDAzWKnQII2aSayYNKWqRRcOLqwBpm6e3K6TJ+Uj
        6pJDcL8Fp8/IVoqu3V+B3ITBhrTykRIrDBaKzLsqeahS9ondJoeaiEVLvxMnblx9
        zXTBn2FA06sgKFmWSI50UK3EOp2YKo1pyeGATdtlCManefzc4NLP3PAlxJS84OVc
        E9zYDJwfoKLnKNvG3g+mjH/mmObrGdCSI+CPTUamxSywyYE3uIdWysTs3aLOcE0J
        45QhAoIBABWYQpQTMsFVY57lLnftOaneQmFNHSu/WpAIMvaF+kV+iNyCCD3JAnIk
        a6JMYJWZ/qJgGOQpwnuCna54xTk+WFGROxvz4OOF4Al2mqy0H+IZfNKDxH+voyeS
        MusD0cextnvKi8Z4fXDnX/pEaoDktxePFHL8N5muVeihjMEKlhXld9V7WfJeXFSP
        iNzcwUu6pbaVFYM9ibtNtXsnOyJaoM0ffKijjZduw7hBEtGitFhPe457Mjtu2KfP
        FmtkYgaxKHDPPUGSNbHiYhg4sx0VD+FGccPc7F8MOOsMtD+n/YK52Ke7fC5Mgw5P
        HqCOCl+kjTDVXMlUvSFo5avBM6mRCiA=
        -----END PRIVATE KEY-----
        """

    static let messageOfRFC7516A1 =
        "eyJhbGciOiJSU0EtT0FFUCIsImVuYyI6IkEyNTZHQ00ifQ.OKOawDo13gRp2ojaHV7LFpZcgV7T6DVZKTyKOMTYUmKoTCVJRgckC"
        + "L9kiMT03JGeipsEdY3mx_etLbbWSrFr05kLzcSr4qKAq7YN7e9jwQRb23nfa6c9d-StnImGyFDbSv04uVuxIp5Zms1gNxKKK2Da1"
        + "4B8S4rzVRltdYwam_lDp5XnZAYpQdb76FdIKLaVmqgfwX7XWRxv2322i-vDxRfqNzo_tETKzpVLzfiwQyeyPGLBIO56YJ7eObdv0"
        + "je81860ppamavo35UgoRdbYaBcoh9QcfylQr66oc6vFWXRcZ_ZT2LawVCWTIy3brGPi6UklfCpIMfIjf7iGdXKHzg.48V1_ALb6U"
        + "S04U3b.5eym8TW_c8SuK0ltJ3rpYIzOeDQz7TALvtu6UG9oMo4vpzs9tX_EFShS8iB7j6jiSdiwkIr3ajwQzaBtQD_A.XFBoMYUZ"
        + "odetZdvTiFvSkQ"

    static let messageOfRFC7520 =
        "eyJhbGciOiJSU0EtT0FFUCIsImtpZCI6InNhbXdpc2UuZ2FtZ2VlQGhvYmJpdG9uLmV4YW1wbGUiLCJlbmMiOiJBMjU2R0NNIn0."
        + "rT99rwrBTbTI7IJM8fU3Eli7226HEB7IchCxNuh7lCiud48LxeolRdtFF4nzQibeYOl5S_PJsAXZwSXtDePz9hk-BbtsTBqC2UsP"
        + "OdwjC9NhNupNNu9uHIVftDyucvI6hvALeZ6OGnhNV4v1zx2k7O1D89mAzfw-_kT3tkuorpDU-CpBENfIHX1Q58-Aad3FzMuo3Fn9"
        + "buEP2yXakLXYa15BUXQsupM4A1GD4_H4Bd7V3u9h8Gkg8BpxKdUV9ScfJQTcYm6eJEBz3aSwIaK4T3-dwWpuBOhROQXBosJzS1as"
        + "nuHtVMt2pKIIfux5BC6huIvmY7kzV7W7aIUrpYm_3H4zYvyMeq5pGqFmW2k8zpO878TRlZx7pZfPYDSXZyS0CfKKkMozT_qiCwZT"
        + "Sz4duYnt8hS4Z9sGthXn9uDqd6wycMagnQfOTs_lycTWmY-aqWVDKhjYNRf03NiwRtb5BE-tOdFwCASQj3uuAgPGrO2AWBe38UjQ"
        + "b0lvXn1SpyvYZ3WFc7WOJYaTa7A8DRn6MC6T-xDmMuxC0G7S2rscw5lQQU06MvZTlFOt0UvfuKBa03cxA_nIBIhLMjY2kOTxQMmp"
        + "DPTr6Cbo8aKaOnx6ASE5Jx9paBpnNmOOKH35j_QlrQhDWUN6A2Gg8iFayJ69xDEdHAVCGRzN3woEI2ozDRs.-nBoKLH0YkLZPSI9"
        + ".o4k2cnGN8rSSw3IDo1YuySkqeS_t2m1GXklSgqBdpACm6UJuJowOHC5ytjqYgRL-I-soPlwqMUf4UgRWWeaOGNw6vGW-xyM01lT"
        + "YxrXfVzIIaRdhYtEMRBvBWbEwP7ua1DRfvaOjgZv6Ifa3brcAM64d8p5lhhNcizPersuhw5f-pGYzseva-TUaL8iWnctc-sSwy7S"
        + "QmRkfhDjwbz0fz6kFovEgj64X1I5s7E6GLp5fnbYGLa1QUiML7Cc2GxgvI7zqWo0YIEc7aCflLG1-8BboVWFdZKLK9vNoycrYHum"
        + "wzKluLWEbSVmaPpOslY2n525DxDfWaVFUfKQxMF56vn4B9QMpWAbnypNimbM8zVOw.UCGiqJxhBI3IFVdPalHHvA"
}
