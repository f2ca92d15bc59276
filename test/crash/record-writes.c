/* Records, in order, what a process does to the files of one folder: writes with their bytes, truncations,
 * removals and syncs. Loaded with LD_PRELOAD; RECORD_FOLDER is the folder, RECORD_LOG the log.
 * A record is: kind (1 byte), length of the path (2), offset (8), length of the data (4), path, data. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static int log_fd = -1;
static const char *folder;
static size_t folder_length;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static ssize_t (*real_write)(int, const void *, size_t);

__attribute__((constructor)) static void start(void) {
  real_write = dlsym(RTLD_NEXT, "write");
  folder = getenv("RECORD_FOLDER");
  const char *path = getenv("RECORD_LOG");
  if (!folder || !path) return;
  folder_length = strlen(folder);
  int (*real_open)(const char *, int, ...) = dlsym(RTLD_NEXT, "open");
  log_fd = real_open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

static int name_of(int fd, char *name, size_t size) {
  char link[64];
  if (log_fd < 0 || fd == log_fd) return 0;
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, name, size - 1);
  if (length <= 0) return 0;
  name[length] = 0;
  return strncmp(name, folder, folder_length) == 0;
}

static void record(char kind, const char *path, uint64_t offset, const void *data, uint32_t length) {
  unsigned char head[15];
  uint16_t path_length = (uint16_t)strlen(path);
  head[0] = (unsigned char)kind;
  memcpy(head + 1, &path_length, 2);
  memcpy(head + 3, &offset, 8);
  memcpy(head + 11, &length, 4);
  pthread_mutex_lock(&lock);
  real_write(log_fd, head, sizeof head);
  real_write(log_fd, path, path_length);
  if (length) real_write(log_fd, data, length);
  pthread_mutex_unlock(&lock);
}

#define REAL(type, name, ...) \
  static type (*real_##name)(__VA_ARGS__); \
  if (!real_##name) real_##name = dlsym(RTLD_NEXT, #name)

static ssize_t positioned(ssize_t done, int fd, const void *data, off64_t offset) {
  char path[512];
  if (done > 0 && name_of(fd, path, sizeof path)) record('w', path, (uint64_t)offset, data, (uint32_t)done);
  return done;
}

ssize_t pwrite(int fd, const void *data, size_t length, off_t offset) {
  REAL(ssize_t, pwrite, int, const void *, size_t, off_t);
  return positioned(real_pwrite(fd, data, length, offset), fd, data, offset);
}

ssize_t pwrite64(int fd, const void *data, size_t length, off64_t offset) {
  REAL(ssize_t, pwrite64, int, const void *, size_t, off64_t);
  return positioned(real_pwrite64(fd, data, length, offset), fd, data, offset);
}

ssize_t write(int fd, const void *data, size_t length) {
  char path[512];
  ssize_t done = real_write(fd, data, length);
  if (done > 0 && name_of(fd, path, sizeof path)) {
    off64_t end = lseek64(fd, 0, SEEK_CUR);
    record('w', path, (uint64_t)(end - done), data, (uint32_t)done);
  }
  return done;
}

static int truncated(int result, int fd, off64_t length) {
  char path[512];
  if (result == 0 && name_of(fd, path, sizeof path)) record('t', path, (uint64_t)length, 0, 0);
  return result;
}

int ftruncate(int fd, off_t length) {
  REAL(int, ftruncate, int, off_t);
  return truncated(real_ftruncate(fd, length), fd, length);
}

int ftruncate64(int fd, off64_t length) {
  REAL(int, ftruncate64, int, off64_t);
  return truncated(real_ftruncate64(fd, length), fd, length);
}

static int synced(int result, int fd) {
  char path[512];
  if (result == 0 && name_of(fd, path, sizeof path)) record('s', path, 0, 0, 0);
  return result;
}

int fsync(int fd) {
  REAL(int, fsync, int);
  return synced(real_fsync(fd), fd);
}

int fdatasync(int fd) {
  REAL(int, fdatasync, int);
  return synced(real_fdatasync(fd), fd);
}

int unlink(const char *path) {
  REAL(int, unlink, const char *);
  int result = real_unlink(path);
  if (result == 0 && log_fd >= 0 && strncmp(path, folder, folder_length) == 0) record('u', path, 0, 0, 0);
  return result;
}
