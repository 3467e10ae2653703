// The pages work without this. It shows what came in, lights up what belongs together, and moves along the notes.

const page = document.documentElement
const news = document.getElementById('news')
let version = page.dataset.version

setInterval(look, 2500)
document.addEventListener('visibilitychange', look)

async function look() {
  if (document.hidden) return
  try {
    const now = await (await fetch('/version')).text()
    if (now === version) return
    version = now
    await bringIn()
  } catch {
    // The server is away; the page stays as it is and asks again.
  }
}

// Nobody who reads, types or selects is interrupted: they are told, and asked.
async function bringIn() {
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } })
  if (!answer.ok) return
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const [old, main] = [document.querySelector('main'), fresh.querySelector('main')]
  if (old === null || main === null || old.innerHTML === main.innerHTML) return
  const isBusy = old.contains(document.activeElement) && document.activeElement !== old
  if (!isBusy && String(getSelection()) === '') return put(main, fresh.title)
  const button = document.createElement('button')
  button.textContent = 'Show what came in'
  button.addEventListener('click', () => put(main, fresh.title))
  news.replaceChildren('The record has grown. ', button)
}

function put(main, title) {
  const open = new Set(
    [...document.querySelectorAll('details[open] > summary')].map((each) => each.textContent),
  )
  document.querySelector('main').replaceWith(document.adoptNode(main))
  for (const summary of main.querySelectorAll('details > summary')) {
    if (open.has(summary.textContent)) summary.parentElement.open = true
  }
  document.title = title
  news.textContent = 'New on this page: the record has grown.'
  setTimeout(() => news.replaceChildren(), 6000)
}

document.addEventListener('pointerover', (event) => {
  const at = event.target.closest?.('mark[data-notes], .note')
  light(at === null ? [] : at.matches('.note') ? [at.id] : at.dataset.notes.split(' '))
})

function light(notes) {
  for (const each of document.querySelectorAll('.is-lit')) each.classList.remove('is-lit')
  for (const id of notes) {
    document.getElementById(id)?.classList.add('is-lit')
    for (const mark of document.querySelectorAll(`mark[data-notes~="${CSS.escape(id)}"]`))
      mark.classList.add('is-lit')
  }
}

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches?.('input, select, textarea'))
    return
  if (event.key === '/') {
    event.preventDefault()
    document.querySelector('.find input')?.focus()
  }
  if (event.key === 'j' || event.key === 'k') step(event.key === 'j' ? 1 : -1)
  if (event.key === '[') document.querySelector('a[rel=prev]')?.click()
  if (event.key === ']') document.querySelector('a[rel=next]')?.click()
})

function step(by) {
  const notes = [...document.querySelectorAll('.note')]
  const at = notes.indexOf(document.activeElement)
  const next = notes[at < 0 ? (by > 0 ? 0 : notes.length - 1) : at + by]
  if (next === undefined) return
  next.focus({ preventScroll: true })
  next.scrollIntoView({ block: 'center' })
  light([next.id])
}
