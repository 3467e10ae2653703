import { hash64 } from '../../model/id.ts'
import type { Command } from './command.ts'
import { textOf } from './command.ts'
import { withRecord } from './record.ts'

/** `onrecord correct apart NAME OTHER`: a person's decision, appended and kept over every later run. */
export const correct: Command = {
  name: 'correct',
  words: [
    ['<verb>', 'apart or together'],
    ['<name>', 'a name as articles write it'],
    ['<other>', 'another wording: of somebody else (apart), or of the same one (together)'],
  ],
  says: 'decide that two names are not one person or thing, or that they are; a later decision takes back an earlier one',
  options: [['--why <words>', 'why, for whoever reads the record later']],
  examples: [
    'onrecord correct apart "Yisrael Katz" "Katz"',
    'onrecord correct together "Yisrael Katz" "Katz"',
  ],
  run: (call, terminal) =>
    withRecord(call, async (store) => {
      const [verb = '', name = '', other = ''] = call.words
      if (verb !== 'apart' && verb !== 'together') {
        terminal.say(`correct: "${verb}" is no decision; use apart or together`)
        return 2
      }
      const earlier = await store.corrections()
      const why = textOf(call, 'why')
      await store.correct({
        id: `k:${hash64([verb, name, other, String(earlier.length)].join('\n'))}`,
        kind: `names-${verb}`,
        about: name,
        value: other,
        at: new Date().toISOString(),
        ...(why === undefined ? {} : { why }),
      })
      terminal.say(
        `"${name}" and "${other}" stay ${verb} from now on; onrecord rebuild makes all stories anew`,
      )
      return 0
    }),
}
