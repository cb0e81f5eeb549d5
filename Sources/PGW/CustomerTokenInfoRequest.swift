/// Asks for the stored cards of a payment session.
public final class CustomerTokenInfoRequest: SessionRequest {}
