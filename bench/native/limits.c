/*
 * What the same work costs without JavaScript, on the same SQLite: the limits that `npm run bench` holds its figures
 * against. Each command prints its times, in microseconds unless said, one a line.
 *
 *   limits replay <shop.db> <statements> <sync>   the statements of each order, prepared once
 *   limits scan   <shop.db>                       units of every product, read line by line
 *   limits csv    <shop.db> <file>                every line joined with its order, written as CSV
 */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include "sqlite3.h"

static sqlite3 *db;

static double now_us(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e6 + t.tv_nsec / 1e3;
}

static void fail(const char *what) {
  fprintf(stderr, "%s: %s\n", what, db ? sqlite3_errmsg(db) : "");
  exit(1);
}

static void run(const char *sql) {
  if (sqlite3_exec(db, sql, 0, 0, 0)) fail(sql);
}

static void open_shop(const char *path) {
  if (sqlite3_open(path, &db)) fail("open");
  run("PRAGMA journal_mode = WAL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY");
}

static sqlite3_stmt *prepare(const char *sql) {
  sqlite3_stmt *made;
  if (sqlite3_prepare_v3(db, sql, -1, SQLITE_PREPARE_PERSISTENT, &made, 0)) fail(sql);
  return made;
}

/* Lengths stand before texts, so that a text may hold anything. */
static char *read_text(FILE *in, long length) {
  char *text = malloc(length + 1);
  if (fread(text, 1, length, in) != (size_t)length) fail("a text that ends early");
  text[length] = 0;
  return text;
}

#define MOST 4096
typedef struct { char kind; sqlite3_int64 whole; double real; char *text; long length; } Value;
typedef struct { int statement; int count; Value *values; } Step;

/*
 * The file: "S <n>", then n times "<bytes>\n<sql>"; then for each order "O <steps>", each step "<statement> <values>" and
 * its values as "N", "I <n>", "D <x>" or "T <bytes>\n<text>".
 */
static void replay(const char *path, const char *file, const char *sync) {
  static sqlite3_stmt *statements[MOST];
  FILE *in = fopen(file, "rb");
  int count, steps;
  long length;
  char pragma[64];
  if (!in || fscanf(in, "S %d ", &count) != 1 || count > MOST) fail("no statements");
  open_shop(path);
  snprintf(pragma, sizeof pragma, "PRAGMA synchronous = %s", sync);
  run(pragma);
  for (int at = 0; at < count; at++) {
    if (fscanf(in, "%ld", &length) != 1) fail("a statement without its length");
    fgetc(in);
    char *sql = read_text(in, length);
    statements[at] = prepare(sql);
    free(sql);
  }
  sqlite3_stmt *begin = prepare("BEGIN IMMEDIATE"), *commit = prepare("COMMIT");
  while (fscanf(in, " O %d", &steps) == 1) {
    Step *list = calloc(steps, sizeof(Step));
    for (int s = 0; s < steps; s++) {
      if (fscanf(in, "%d %d", &list[s].statement, &list[s].count) != 2) fail("a step without its values");
      list[s].values = calloc(list[s].count, sizeof(Value));
      for (int v = 0; v < list[s].count; v++) {
        Value *value = &list[s].values[v];
        if (fscanf(in, " %c", &value->kind) != 1) fail("a value without its kind");
        if (value->kind == 'I' && fscanf(in, "%lld", &value->whole) != 1) fail("a number");
        if (value->kind == 'D' && fscanf(in, "%lf", &value->real) != 1) fail("a number");
        if (value->kind == 'T') {
          if (fscanf(in, "%ld", &value->length) != 1) fail("a text without its length");
          fgetc(in);
          value->text = read_text(in, value->length);
        }
      }
    }
    double start = now_us();
    sqlite3_step(begin);
    sqlite3_reset(begin);
    for (int s = 0; s < steps; s++) {
      sqlite3_stmt *statement = statements[list[s].statement];
      for (int v = 0; v < list[s].count; v++) {
        Value *value = &list[s].values[v];
        if (value->kind == 'N') sqlite3_bind_null(statement, v + 1);
        else if (value->kind == 'I') sqlite3_bind_int64(statement, v + 1, value->whole);
        else if (value->kind == 'D') sqlite3_bind_double(statement, v + 1, value->real);
        else sqlite3_bind_text(statement, v + 1, value->text, value->length, SQLITE_STATIC);
      }
      int state;
      while ((state = sqlite3_step(statement)) == SQLITE_ROW)
        for (int c = 0; c < sqlite3_column_count(statement); c++) sqlite3_column_blob(statement, c);
      if (state != SQLITE_DONE) fail("a step");
      sqlite3_reset(statement);
    }
    if (sqlite3_step(commit) != SQLITE_DONE) fail("commit");
    sqlite3_reset(commit);
    printf("%.1f\n", now_us() - start);
  }
}

static void scan(const char *path) {
  enum { MOST_PRODUCTS = 4000000 };
  open_shop(path);
  for (int round = 0; round < 3; round++) {
    sqlite3_int64 *units = calloc(MOST_PRODUCTS, sizeof *units), best = 0;
    double start = now_us();
    sqlite3_stmt *lines = prepare("SELECT productId, quantity FROM orderLines");
    while (sqlite3_step(lines) == SQLITE_ROW) {
      sqlite3_int64 id = sqlite3_column_int64(lines, 0);
      if (id > 0 && id < MOST_PRODUCTS) units[id] += sqlite3_column_int64(lines, 1);
    }
    for (int id = 0; id < MOST_PRODUCTS; id++) if (units[id] > best) best = units[id];
    sqlite3_finalize(lines);
    free(units);
    printf("%.1f\n", now_us() - start);
    if (best == 0) fail("nothing was sold");
  }
}

static void put(FILE *out, const char *text) {
  if (!strpbrk(text, ",\"\r\n")) { fputs(text, out); return; }
  fputc('"', out);
  for (; *text; text++) { if (*text == '"') fputc('"', out); fputc(*text, out); }
  fputc('"', out);
}

static void csv(const char *path, const char *file) {
  open_shop(path);
  FILE *out = fopen(file, "wb");
  if (!out) fail("no file to write");
  double start = now_us();
  long rows = 0;
  sqlite3_stmt *lines = prepare(
    "SELECT o.id, o.placedAt, o.status, o.kind, o.customerName, o.total, l.lineNo, l.name, l.sku, l.quantity, l.unitPrice, l.total "
    "FROM orders AS o JOIN orderLines AS l ON l.orderId = o.id ORDER BY o.id DESC, l.lineNo");
  while (sqlite3_step(lines) == SQLITE_ROW) {
    for (int c = 0; c < sqlite3_column_count(lines); c++) {
      const char *text = (const char *)sqlite3_column_text(lines, c);
      if (c) fputc(',', out);
      if (text) put(out, text);
    }
    fputs("\r\n", out);
    rows++;
  }
  fclose(out);
  printf("%.1f\n%ld\n", now_us() - start, rows);
}

int main(int count, char **words) {
  if (count == 5 && !strcmp(words[1], "replay")) replay(words[2], words[3], words[4]);
  else if (count == 3 && !strcmp(words[1], "scan")) scan(words[2]);
  else if (count == 4 && !strcmp(words[1], "csv")) csv(words[2], words[3]);
  else fail("limits: replay, scan or csv");
  if (db) sqlite3_close_v2(db);
  return 0;
}
