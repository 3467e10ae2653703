/** Bytes of a stream that have come and are not yet used, with their offset in the stream. */
export class ByteQueue {
  private readonly chunks: AsyncIterator<Uint8Array>
  private held: Uint8Array = new Uint8Array()
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
    if (this.held.length >= count) return true
    const parts: Uint8Array[] = [this.held]
    let size = this.held.length
    while (size < count && !this.isEnded) {
      const next = await this.chunks.next()
      if (next.done === true) this.isEnded = true
      else {
        parts.push(next.value)
        size += next.value.length
      }
    }
    if (parts.length > 1) this.held = Buffer.concat(parts)
    return size >= count
  }

  /** Lets go of the first `count` bytes held. */
  use(count: number): void {
    const taken = Math.min(count, this.held.length)
    this.held = this.held.subarray(taken)
    this.used += taken
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
