/** Says that what is read here is invented: its addresses lie under `.example`. */
export function Fiction() {
  return (
    <p class="fiction">
      <b>A sample.</b> This story is fiction: its countries, people and outlets are invented.
    </p>
  )
}
