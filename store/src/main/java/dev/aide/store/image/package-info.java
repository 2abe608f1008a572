/** Pictures that strangers send: looked at before they are decoded, made small, set upright, cleaned of what they tell. */
package dev.aide.store.image;
