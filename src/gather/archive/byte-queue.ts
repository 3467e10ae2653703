/** Of a chunk no more is copied than a record may need. */
const leastJoined = 64 * 1024
const mostKept = 4 * 1024 * 1024

/**
 * Bytes of a stream that have come and are not yet used, with their offset in the stream. What is seen of them is lent:
 * it holds until more are asked for.
 */
export class ByteQueue {
  private readonly chunks: AsyncIterator<Uint8Array>
  private held: Uint8Array = new Uint8Array()
  /** The newest chunk, and how many of its first bytes are held. */
  private next: Uint8Array = new Uint8Array()
  private joined = 0
  /** Where what is left of a chunk is joined to the next one: fresh memory for each join would cost more than the join. */
  private own: Uint8Array = new Uint8Array()
  private isEnded = false
  private used: number

  /** `start` is the offset at which the stream begins. */
  constructor(stream: AsyncIterable<Uint8Array>, start = 0) {
    this.chunks = stream[Symbol.asyncIterator]()
    this.used = start
  }

  /** What is held, without using it. */
  get view(): Uint8Array {
    return this.held
  }

  /** Offset in the stream of the first byte held. */
  get offset(): number {
    return this.used
  }

  /** True once the stream has no more bytes than those held. */
  get ended(): boolean {
    return this.isEnded
  }

  /** Holds at least `count` bytes if the stream has them; says whether it does. */
  async hold(count: number): Promise<boolean> {
    while (this.held.length < count) {
      const more = this.next.subarray(
        this.joined,
        this.joined + Math.max(leastJoined, count - this.held.length),
      )
      if (more.length > 0) {
        this.join(more)
        continue
      }
      const next = this.isEnded ? undefined : await this.chunks.next()
      if (next === undefined || next.done === true) {
        this.isEnded = true
        return false
      }
      this.next = next.value
      this.joined = 0
      if (this.held.length === 0) this.holdNext()
    }
    return true
  }

  /** Lets go of the first `count` bytes held. */
  use(count: number): void {
    const taken = Math.min(count, this.held.length)
    this.held = this.held.subarray(taken)
    this.used += taken
    if (this.held.length <= this.joined) this.holdNext()
  }

  private join(more: Uint8Array): void {
    const { held } = this
    const needed = held.length + more.length
    if (this.own.length < needed || this.own.length > Math.max(mostKept, 4 * needed))
      this.own = Buffer.allocUnsafeSlow(needed + Math.min(needed, mostKept))
    if (held.buffer !== this.own.buffer || held.byteOffset !== 0) this.own.set(held, 0)
    this.own.set(more, held.length)
    this.held = this.own.subarray(0, needed)
    this.joined += more.length
  }

  /** All that is held is of the newest chunk: there it need not be joined to anything. */
  private holdNext(): void {
    this.held = this.next.subarray(this.joined - this.held.length)
    this.joined = this.next.length
  }

  /** Lets go of `count` bytes, held or still to come. */
  async skip(count: number): Promise<void> {
    let left = count
    while (left > 0) {
      const now = Math.min(left, this.held.length)
      this.use(now)
      left -= now
      if (left > 0 && !(await this.hold(1))) return
    }
  }

  /** What is held and all that is still to come. */
  async *rest(): AsyncIterable<Uint8Array> {
    while (await this.hold(1)) {
      const part = this.held
      this.use(part.length)
      yield part
    }
  }
}
