// Judges the subject of a commit: 72 characters at most, an imperative first. scripts/hooks/verbs.txt may grow.
import { readFileSync } from 'node:fs'

const LONGEST = 72
/** Subjects that git writes by itself, and those that a rebase melts into another commit. */
const OF_GIT = /^(Merge (branch|remote-tracking|tag|commit)|Revert "|(fixup|squash|amend)! )/

const [file] = process.argv.slice(2)
const faults = faultsOf(subjectOf(readFileSync(file, 'utf8')))
if (faults.length > 0) {
  console.error([...faults, `The message is kept: git commit -e -F ${file}`].join('\n'))
  process.exit(1)
}

/** First line that git would keep: blank ones and its own remarks go. */
function subjectOf(message) {
  return (
    message
      .split('\n')
      .find((line) => line.trim() !== '' && !line.startsWith('#'))
      ?.trim() ?? ''
  )
}

/** Sentences for the author; none for an empty subject, with which git itself ends the commit. */
function faultsOf(subject) {
  if (subject === '' || OF_GIT.test(subject)) return []
  const { length } = [...subject]
  const [first] = subject.split(/\s/)
  return [
    ...(length > LONGEST ? [`The subject has ${length} characters: keep ${LONGEST} and give the reason in the body.`] : []),
    ...(verbs().includes(first) ? [] : [`«${first}» is no imperative of scripts/hooks/verbs.txt: open with one, or add yours there.`]),
  ]
}

function verbs() {
  return readFileSync(new URL('hooks/verbs.txt', import.meta.url), 'utf8').split('\n')
}
