package com.acme.shop;

public class Main {

    private Main() {}

    public static void main(String[] args) {
        System.out.print(new NightlyClose().run());
    }
}
