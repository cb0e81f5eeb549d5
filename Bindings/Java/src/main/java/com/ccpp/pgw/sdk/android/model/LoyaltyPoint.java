package com.ccpp.pgw.sdk.android.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

// Written by Scripts/bindings.

/** Points to pay with. */
public final class LoyaltyPoint {
    private String providerId = "";
    private String accountNo = "";
    private String accountAuthData = "";
    private double redeemAmount;
    private ArrayList<LoyaltyPointReward> rewards = new ArrayList<>();

    public String getProviderId() {
        return providerId;
    }

    public void setProviderId(String providerId) {
        this.providerId = providerId == null ? "" : providerId;
    }

    public String getAccountNo() {
        return accountNo;
    }

    public void setAccountNo(String accountNo) {
        this.accountNo = accountNo == null ? "" : accountNo;
    }

    public String getAccountAuthData() {
        return accountAuthData;
    }

    public void setAccountAuthData(String accountAuthData) {
        this.accountAuthData = accountAuthData == null ? "" : accountAuthData;
    }

    /** In major units. */
    public double getRedeemAmount() {
        return redeemAmount;
    }

    public void setRedeemAmount(double redeemAmount) {
        this.redeemAmount = redeemAmount;
    }

    public ArrayList<LoyaltyPointReward> getRewards() {
        return rewards;
    }

    public void setRewards(ArrayList<LoyaltyPointReward> rewards) {
        this.rewards = rewards;
    }

    /** Each member by its name in the SDK. */
    public Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("providerId", providerId);
        values.put("accountNo", accountNo);
        values.put("accountAuthData", accountAuthData);
        values.put("redeemAmount", redeemAmount);
        List<Object> parts = new ArrayList<>();
        for (LoyaltyPointReward reward : rewards) parts.add(reward.values());
        values.put("rewards", parts);
        return values;
    }
}
