/** Keeps to what each host is asked of at once, and to the pause that it wants between two requests. */
export type Hosts = {
  readonly mayEnter: (host: string) => boolean
  readonly enter: (host: string) => void
  /** Ends a request; the host is left alone for `pause` milliseconds. */
  readonly leave: (host: string, pause: number) => void
  /** Hosts that may not be asked now. */
  readonly busy: () => readonly string[]
  /** The moment at which the next host that only pauses may be asked again. */
  readonly nextFree: () => number | undefined
}

type Host = { inside: number; free: number }

/** No host has been asked yet; `atOnce` requests may run on each. */
export function openHosts(atOnce: number, now: () => number): Hosts {
  const hosts = new Map<string, Host>()
  const isOpen = ({ inside, free }: Host) => inside < atOnce && free <= now()
  return {
    mayEnter(host) {
      const known = hosts.get(host)
      return known === undefined || isOpen(known)
    },
    enter(host) {
      const known = hosts.get(host)
      if (known === undefined) hosts.set(host, { inside: 1, free: 0 })
      else known.inside += 1
    },
    leave(host, pause) {
      const known = hosts.get(host)
      if (known === undefined) return
      known.inside -= 1
      known.free = Math.max(known.free, now() + pause)
    },
    busy() {
      const names: string[] = []
      for (const [name, host] of hosts) {
        if (!isOpen(host)) names.push(name)
        else if (host.inside === 0) hosts.delete(name)
      }
      return names
    },
    nextFree() {
      let next: number | undefined
      for (const { inside, free } of hosts.values()) {
        if (inside < atOnce && free > now() && (next === undefined || free < next)) next = free
      }
      return next
    },
  }
}
