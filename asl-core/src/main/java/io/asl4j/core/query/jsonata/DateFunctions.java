package io.asl4j.core.query.jsonata;
final class DateFunctions { static void addTo(Library l){} }
