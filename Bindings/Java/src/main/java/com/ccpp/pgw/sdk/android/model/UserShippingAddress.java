package com.ccpp.pgw.sdk.android.model;

import java.util.LinkedHashMap;
import java.util.Map;

// Written by Scripts/bindings.

/** Where the goods go. */
public final class UserShippingAddress {
    private String address1 = "";
    private String address2 = "";
    private String address3 = "";
    private String city = "";
    private String state = "";
    private String postalCode = "";
    private String countryCode = "";

    public String getAddress1() {
        return address1;
    }

    public void setAddress1(String address1) {
        this.address1 = address1 == null ? "" : address1;
    }

    public String getAddress2() {
        return address2;
    }

    public void setAddress2(String address2) {
        this.address2 = address2 == null ? "" : address2;
    }

    public String getAddress3() {
        return address3;
    }

    public void setAddress3(String address3) {
        this.address3 = address3 == null ? "" : address3;
    }

    public String getCity() {
        return city;
    }

    public void setCity(String city) {
        this.city = city == null ? "" : city;
    }

    public String getState() {
        return state;
    }

    public void setState(String state) {
        this.state = state == null ? "" : state;
    }

    public String getPostalCode() {
        return postalCode;
    }

    public void setPostalCode(String postalCode) {
        this.postalCode = postalCode == null ? "" : postalCode;
    }

    /** ISO 3166, two letters. */
    public String getCountryCode() {
        return countryCode;
    }

    public void setCountryCode(String countryCode) {
        this.countryCode = countryCode == null ? "" : countryCode;
    }

    /** Each member by its name in the SDK. */
    public Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("address1", address1);
        values.put("address2", address2);
        values.put("address3", address3);
        values.put("city", city);
        values.put("state", state);
        values.put("postalCode", postalCode);
        values.put("countryCode", countryCode);
        return values;
    }
}
