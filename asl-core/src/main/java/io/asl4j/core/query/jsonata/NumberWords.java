package io.asl4j.core.query.jsonata;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Whole numbers in English words, in Roman numerals and in letters, and back. */
final class NumberWords {
  private static final String[] SMALL = {
    "Zero",
    "One",
    "Two",
    "Three",
    "Four",
    "Five",
    "Six",
    "Seven",
    "Eight",
    "Nine",
    "Ten",
    "Eleven",
    "Twelve",
    "Thirteen",
    "Fourteen",
    "Fifteen",
    "Sixteen",
    "Seventeen",
    "Eighteen",
    "Nineteen"
  };
  private static final String[] SMALL_ORDINALS = {
    "Zeroth",
    "First",
    "Second",
    "Third",
    "Fourth",
    "Fifth",
    "Sixth",
    "Seventh",
    "Eighth",
    "Ninth",
    "Tenth",
    "Eleventh",
    "Twelfth",
    "Thirteenth",
    "Fourteenth",
    "Fifteenth",
    "Sixteenth",
    "Seventeenth",
    "Eighteenth",
    "Nineteenth"
  };
  private static final String[] TENS = {
    "Twenty", "Thirty", "Forty", "Fifty", "Sixty", "Seventy", "Eighty", "Ninety"
  };
  private static final String[] MAGNITUDES = {"Thousand", "Million", "Billion", "Trillion"};

  private static final int[] ROMAN_VALUES = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
  private static final String[] ROMAN_NUMERALS = {
    "M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"
  };
  private static final int ALPHABET = 26;
  private static final double EXACT = 0x1p53;
  private static final Map<String, Double> VALUES = values();

  private NumberWords() {}

  private static Map<String, Double> values() {
    Map<String, Double> values = new HashMap<>();
    for (int i = 0; i < SMALL.length; i++) {
      values.put(lower(SMALL[i]), (double) i);
      values.put(lower(SMALL_ORDINALS[i]), (double) i);
    }
    for (int i = 0; i < TENS.length; i++) {
      String tens = lower(TENS[i]);
      values.put(tens, (i + 2) * 10.0);
      values.put(tens.substring(0, tens.length() - 1) + "ieth", (i + 2) * 10.0);
    }
    values.put("hundred", 100.0);
    values.put("hundredth", 100.0);
    for (int i = 0; i < MAGNITUDES.length; i++) {
      double value = Math.pow(1000, i + 1.0);
      values.put(lower(MAGNITUDES[i]), value);
      values.put(lower(MAGNITUDES[i]) + "th", value);
    }
    return Map.copyOf(values);
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }

  static String words(double number, boolean ordinal) {
    StringBuilder words = new StringBuilder();
    write(words, number, false, ordinal);
    return words.toString();
  }

  private static void write(StringBuilder words, double number, boolean follows, boolean ordinal) {
    if (number < 20) {
      String[] names = ordinal ? SMALL_ORDINALS : SMALL;
      words.append(follows ? " and " : "").append(names[(int) number]);
    } else if (number < 100) {
      words.append(follows ? " and " : "");
      writeTens(words, (int) number, ordinal);
    } else if (number < 1000) {
      words.append(follows ? ", " : "").append(SMALL[(int) number / 100]).append(" Hundred");
      writeRest(words, number % 100, ordinal);
    } else {
      int magnitude = Math.min(MAGNITUDES.length, (int) Math.floor(Math.log10(number) / 3 + 1e-12));
      double factor = Math.pow(1000, magnitude);
      double count = Math.floor(number / factor);
      words.append(follows ? ", " : "");
      write(words, count, false, false);
      words.append(' ').append(MAGNITUDES[magnitude - 1]);
      writeRest(words, number - count * factor, ordinal);
    }
  }

  private static void writeTens(StringBuilder words, int number, boolean ordinal) {
    String tens = TENS[number / 10 - 2];
    if (number % 10 > 0) {
      words.append(tens).append('-');
      write(words, number % 10, false, ordinal);
    } else {
      words.append(ordinal ? tens.substring(0, tens.length() - 1) + "ieth" : tens);
    }
  }

  private static void writeRest(StringBuilder words, double rest, boolean ordinal) {
    if (rest > 0) {
      write(words, rest, true, ordinal);
    } else if (ordinal) {
      words.append("th");
    }
  }

  /** The number of these words, in any case; not a number if a word is unknown. */
  static double fromWords(String text) {
    Deque<Double> segments = new ArrayDeque<>();
    segments.push(0.0);
    for (String word : lower(text).split(",\\s|\\sand\\s|[\\s\\\\\\-]", -1)) {
      Double value = VALUES.get(word);
      if (value == null) {
        return Double.NaN;
      }
      double top = segments.pop();
      if (value >= 100) {
        segments.push(top * value);
        continue;
      }
      if (top >= 1000) {
        segments.push(top);
        top = 0;
      }
      segments.push(top + value);
    }
    return segments.stream().mapToDouble(Double::doubleValue).sum();
  }

  static String regex() {
    // Longest first, or "six" would be found in "sixty".
    return VALUES.keySet().stream()
        .sorted(Comparator.comparingInt(String::length).reversed())
        .collect(Collectors.joining("|", "(?:", "|and|[\\-, ])+"));
  }

  static String letters(double number) {
    StringBuilder letters = new StringBuilder();
    double rest = number;
    while (rest > 0 && Double.isFinite(rest)) {
      letters.append((char) ('A' + (int) ((rest - 1) % ALPHABET)));
      rest = Math.floor((rest - 1) / ALPHABET);
    }
    return letters.reverse().toString();
  }

  /** The number of letters, counted from a first one; others count by their distance from it. */
  static double fromLetters(String text, char first) {
    double number = 0;
    for (int i = 0; i < text.length(); i++) {
      number = number * ALPHABET + (text.charAt(i) - first + 1);
    }
    return number;
  }

  static String roman(Run run, double number) {
    StringBuilder numerals = new StringBuilder();
    double rest = Math.min(number, EXACT);
    for (int i = 0; i < ROMAN_VALUES.length; i++) {
      while (rest >= ROMAN_VALUES[i]) {
        run.tick();
        run.grow(1);
        numerals.append(ROMAN_NUMERALS[i]);
        rest -= ROMAN_VALUES[i];
        run.checkText(numerals.length());
      }
    }
    return numerals.toString();
  }

  static double fromRoman(String text) {
    double number = 0;
    double largest = 1;
    for (int i = text.length() - 1; i >= 0; i--) {
      double value = romanValue(text.charAt(i));
      if (value < largest) {
        number -= value;
      } else {
        largest = value;
        number += value;
      }
    }
    return number;
  }

  private static double romanValue(char numeral) {
    return switch (numeral) {
      case 'M' -> 1000;
      case 'D' -> 500;
      case 'C' -> 100;
      case 'L' -> 50;
      case 'X' -> 10;
      case 'V' -> 5;
      case 'I' -> 1;
      default -> Double.NaN;
    };
  }
}
