import { describe, expect, test } from 'vitest'
import { attributionWith } from './sources.contract.ts'

describe('modality has the scope of the content’s main clause', () => {
  test.each([
    ['The chief said that six people had died.', 'died', 'happened'],
    ['The mayor said that the school will open in May.', 'school', 'planned'],
    ['The firm said it plans to build a harbour.', 'harbour', 'planned'],
    ['The general said he would attack if the ships moved.', 'attack', 'conditional'],
    ['The engineer said the dam could burst.', 'dam', 'conditional'],
    ['Analysts expect that prices will fall by June.', 'prices', 'predicted'],
    ['The bank forecast that the river town would shrink.', 'shrink', 'predicted'],
    ['The court ordered the mill to pay its workers.', 'pay', 'demanded'],
    ['The union said that the owner must pay its members.', 'owner', 'demanded'],
    ['The clerk said that the gate is locked.', 'gate', 'stated'],
    // What stands in a clause below it has no say.
    ['The clerk said that the man who will lead the fleet is ill.', 'ill', 'stated'],
    ['The clerk said that the plan which could ruin the port was signed.', 'signed', 'happened'],
    ['The mayor said that the crew had left because the dam might burst.', 'left', 'happened'],
  ] as const)('%s', (text, words, modality) => {
    expect(attributionWith(text, words).modality).toBe(modality)
  })
})

describe('polarity is that of the cue and its own negation', () => {
  test.each([
    ['The mayor said that the pier is shut.', 'pier', 'affirmed'],
    ['The mayor denied that the pier was shut.', 'pier', 'denied'],
    ['The mayor did not deny that the pier was shut.', 'pier', 'affirmed'],
    ['The minister ruled out that troops would be sent.', 'troops', 'denied'],
    ['The minister did not rule out sending troops.', 'troops', 'affirmed'],
    ['The clerk doubted that the letter was real.', 'letter', 'doubted'],
    ['The club could not confirm that the coach had left.', 'coach', 'doubted'],
    // The content's own negation is part of what is affirmed.
    ['The mayor said that the pier was not shut.', 'pier', 'affirmed'],
    ['The envoy said that nobody denied the raid.', 'nobody', 'affirmed'],
  ] as const)('%s', (text, words, polarity) => {
    expect(attributionWith(text, words).polarity).toBe(polarity)
  })
})
