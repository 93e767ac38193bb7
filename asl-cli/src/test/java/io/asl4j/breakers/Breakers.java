package io.asl4j.breakers;

import java.time.Instant;
import java.util.Date;
import java.util.Random;
import java.util.UUID;
import java.util.function.LongSupplier;

/** Classes that each break one rule of the house, in a package that breaks one more. */
public final class Breakers {
  private Breakers() {}

  public static final class ReadsTheClock {
    public Instant time() {
      return Instant.now();
    }
  }

  public static final class HandsTheClockOn {
    public LongSupplier time() {
      return System::nanoTime;
    }
  }

  @SuppressWarnings("JavaUtilDate")
  public static final class MakesADate {
    public Date time() {
      return new Date();
    }
  }

  public static final class Sleeps {
    public void pause() throws InterruptedException {
      Thread.sleep(1);
    }
  }

  public static final class Draws {
    public int number() {
      return new Random().nextInt();
    }
  }

  public static final class DrawsAnId {
    public UUID id() {
      return UUID.randomUUID();
    }
  }

  public static final class ThrowsAnything {
    public void fail() {
      throw new RuntimeException("something");
    }
  }

  public static final class Prints {
    public void greet() {
      System.out.println("Good morning.");
    }
  }

  public static final class PrintsAStackTrace {
    public void complain(IllegalStateException bug) {
      bug.printStackTrace();
    }
  }

  @SuppressWarnings("ThreadLocalUsage")
  public static final class KeepsAThreadLocal {
    public final ThreadLocal<String> name = new ThreadLocal<>();
  }

  public static final class OrderManager {}
}
