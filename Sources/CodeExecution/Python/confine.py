# optobench: a harness that measures generative optimizers
# SPDX-License-Identifier: Apache-2.0
"""Takes the machine away from this process, where no other program has done so before it started.

Constants are those of the kernel's headers and the same on all processors.
"""
import ctypes, os, struct, sys

libc = ctypes.CDLL(None, use_errno=True)
NEW_NAMESPACES = 0x10000000 | 0x00020000 | 0x20000000 | 0x40000000 | 0x08000000 | 0x04000000
NO_SETUID, NO_DEVICES, BIND, RECURSIVE, PRIVATE = 2, 4, 0x1000, 0x4000, 0x40000
DETACH = 2
READ_ONLY_TREE = 1 | 2
MOUNT_SETATTR, AT_HERE, AT_RECURSIVE = 442, -100, 0x8000
SET_DEATH_SIGNAL, SET_NO_NEW_PRIVILEGES = 1, 38
CAPABILITIES_VERSION = 0x20080522
LANDLOCK_CREATE, LANDLOCK_ADD, LANDLOCK_RESTRICT = 444, 445, 446
READ_FILE, READ_DIRECTORY, WRITE_FILE = 1 << 2, 1 << 3, 1 << 1
FILE_RIGHTS = [13, 14, 15, 15, 16]
KILL = 9
NOBODY = 65534


def must(result, what):
    if result == -1:
        error = ctypes.get_errno()
        raise OSError(error, f"{what}: {os.strerror(error)}")
    return result


def confine(settings):
    """Applies the confinement that the settings name, if it is one that this process has to do."""
    kind = settings["confinement"]
    if kind == "namespaces":
        enter_namespaces()
        build_root(settings["folders"], settings["scratchBytes"])
        become_first_process()
        drop_capabilities()
        os.chdir("/tmp")
    elif kind == "folder":
        os.chdir("/")
    elif kind == "filters":
        os.chdir("/")
        restrict_files(settings["folders"])


def enter_namespaces():
    user, group = os.geteuid(), os.getegid()
    must(libc.unshare(NEW_NAMESPACES), "this user may not make namespaces")
    for name, content in (
        ("setgroups", "deny"), ("uid_map", f"{NOBODY} {user} 1"), ("gid_map", f"{NOBODY} {group} 1"),
    ):
        with open(f"/proc/self/{name}", "w") as file:
            file.write(content)


def mount(source, target, kind, flags, options=None):
    arguments = [text.encode() if text else None for text in (source, target, kind)]
    must(libc.mount(*arguments, ctypes.c_ulong(flags), options.encode() if options else None),
         f"cannot mount {target}")


def make_read_only(path, flags):
    attributes = struct.pack("<QQQQ", READ_ONLY_TREE, 0, 0, 0)
    must(libc.syscall(MOUNT_SETATTR, AT_HERE, path.encode(), flags, attributes, len(attributes)),
         f"cannot make {path} read-only")


def build_root(folders, scratch_bytes):
    """Makes a root with the folders and devices that Python needs, and the scratch folder."""
    root = "/proc"  # Exists, and holds nothing that the new root could need.
    mount(None, "/", None, RECURSIVE | PRIVATE)
    mount("tmpfs", root, "tmpfs", NO_SETUID | NO_DEVICES, "mode=755,size=1m")
    os.mkdir(root + "/tmp")
    mount("tmpfs", root + "/tmp", "tmpfs", NO_SETUID | NO_DEVICES,
          f"mode=700,size={scratch_bytes},nr_inodes=10000")
    for path, target in folders:
        if target is not None:
            os.symlink(target, root + path)
            continue
        os.makedirs(root + path)
        mount(path, root + path, None, BIND | RECURSIVE)
        make_read_only(root + path, AT_RECURSIVE)
    os.mkdir(root + "/dev")
    for name in ("null", "zero", "full", "random", "urandom"):
        os.close(os.open(f"{root}/dev/{name}", os.O_CREAT))
        mount(f"/dev/{name}", f"{root}/dev/{name}", None, BIND)
    os.chdir(root)
    must(libc.pivot_root(b".", b"."), "cannot change the root")
    must(libc.umount2(b".", DETACH), "cannot leave the old root")
    os.chdir("/")
    make_read_only("/", 0)


def become_first_process():
    """Goes on as the first process of the new namespace, which its own children cannot kill."""
    child = os.fork()
    if child != 0:
        os.closerange(0, 256)
        os.waitpid(child, 0)
        os._exit(0)
    must(libc.prctl(SET_DEATH_SIGNAL, KILL, 0, 0, 0), "cannot follow the parent's end")


def drop_capabilities():
    header = struct.pack("<Ii", CAPABILITIES_VERSION, 0)
    must(libc.capset(header, bytes(24)), "cannot drop capabilities")


def restrict_files(folders):
    """Allows reading in the folders and nothing else of the file system (landlock(7))."""
    version = must(libc.syscall(LANDLOCK_CREATE, None, 0, 1), "this kernel has no Landlock")
    rights = (1 << FILE_RIGHTS[min(version, len(FILE_RIGHTS)) - 1]) - 1
    network = 3 if version >= 4 else 0
    scopes = 3 if version >= 6 else 0
    size = 8 if version < 4 else 16 if version < 6 else 24
    attributes = struct.pack("<QQQ", rights, network, scopes)
    rules = must(libc.syscall(LANDLOCK_CREATE, attributes, size, 0), "Landlock takes no rules")
    allowed = [(path, READ_FILE | READ_DIRECTORY) for path, target in folders if target is None]
    allowed += [(f"/dev/{name}", READ_FILE) for name in ("zero", "full", "random", "urandom")]
    allowed += [("/dev/null", READ_FILE | WRITE_FILE)]
    for path, right in allowed:
        place = os.open(path, os.O_PATH)
        rule = struct.pack("<Qi", right, place)
        must(libc.syscall(LANDLOCK_ADD, rules, 1, rule, 0), f"Landlock refuses {path}")
        os.close(place)
    must(libc.prctl(SET_NO_NEW_PRIVILEGES, 1, 0, 0, 0), "the kernel cannot forbid new privileges")
    must(libc.syscall(LANDLOCK_RESTRICT, rules, 0), "Landlock does not restrict this process")
    os.close(rules)
