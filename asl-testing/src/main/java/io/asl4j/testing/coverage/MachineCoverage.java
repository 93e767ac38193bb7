package io.asl4j.testing.coverage;

import io.asl4j.testing.trace.Definition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was reached in one definition. Immutable.
 *
 * @param definition the machine and its text
 * @param points everything that can be reached, in the order of the definition
 * @param counts how often each point was reached, by its id; zero where there is none
 */
public record MachineCoverage(
    Definition definition, List<CoveragePoint> points, Map<String, Long> counts) {

  /** Covered and all points of one kind. */
  public record Ratio(int covered, int total) {

    /** Between 0 and 1; 1 if there is nothing to cover. */
    public double value() {
      return total == 0 ? 1 : (double) covered / total;
    }

    /** Both together. */
    public Ratio plus(Ratio other) {
      return new Ratio(covered + other.covered, total + other.total);
    }

    /** {@code 12/15 (80.0 %)}. */
    @Override
    public String toString() {
      return "%d/%d (%s %%)"
          .formatted(covered, total, String.format(java.util.Locale.ROOT, "%.1f", value() * 100));
    }
  }

  /** Keeps its own copies. */
  public MachineCoverage {
    points = List.copyOf(points);
    counts = Map.copyOf(counts);
  }

  /** Nothing reached yet. */
  public static MachineCoverage none(Definition definition) {
    return new MachineCoverage(definition, Points.of(definition), Map.of());
  }

  /** With what another run reached. */
  public MachineCoverage plus(Map<String, Long> more) {
    Map<String, Long> sum = new TreeMap<>(counts);
    more.forEach((id, count) -> sum.merge(id, count, Long::sum));
    return new MachineCoverage(definition, points, sum);
  }

  /** How often a point was reached. */
  public long count(CoveragePoint point) {
    return counts.getOrDefault(point.id(), 0L);
  }

  /** Whether a point was reached. */
  public boolean isCovered(CoveragePoint point) {
    return count(point) > 0;
  }

  /** The points that no test reached. */
  public List<CoveragePoint> missing() {
    return points.stream().filter(point -> !isCovered(point)).toList();
  }

  /** Over all kinds. */
  public Ratio total() {
    return ratio(points);
  }

  /** By kind; kinds that the definition has no points of are left out. */
  public Map<CoveragePoint.Kind, Ratio> byKind() {
    Map<CoveragePoint.Kind, Ratio> ratios = new LinkedHashMap<>();
    for (CoveragePoint.Kind kind : CoveragePoint.Kind.values()) {
      List<CoveragePoint> own = points.stream().filter(point -> point.kind() == kind).toList();
      if (!own.isEmpty()) {
        ratios.put(kind, ratio(own));
      }
    }
    return ratios;
  }

  private Ratio ratio(List<CoveragePoint> some) {
    return new Ratio((int) some.stream().filter(this::isCovered).count(), some.size());
  }
}
