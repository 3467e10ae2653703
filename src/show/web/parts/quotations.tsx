import { type QuotationView, tellingInWords } from '../../views/quotation-view.ts'
import { Cite } from './cite.tsx'

/** Quotations that outlets shorten or word otherwise: the fullest telling, and beside each other one what it cut. */
export function Quotations({ quotations }: { quotations: readonly QuotationView[] }) {
  return (
    <>
      {quotations.map(({ fullest, tellings }) => (
        <ol class="carriers">
          <li>
            <p class="meta">
              Fullest: <Cite of={fullest} />
            </p>
            <p class="said">
              <bdi>“{fullest.quote}”</bdi>
            </p>
          </li>
          {tellings.map((telling) => (
            <li>
              <p class="meta">
                <Cite of={telling.evidence} />
              </p>
              <p class="said">
                <bdi>“{telling.evidence.quote}”</bdi>
              </p>
              <p class="by">{tellingInWords(telling).join(' · ') || 'word for word'}</p>
            </li>
          ))}
        </ol>
      ))}
    </>
  )
}
