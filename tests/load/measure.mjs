import { get } from 'node:http'
import autocannon from 'autocannon'
import { processorOf } from './taken.mjs'

/** Headers of every request, as browsers send them, unless a subject brings its own. */
export const HEADERS = { 'accept-encoding': 'gzip, br' }

const WARM_SECONDS = 1

/**
 * Runs each subject in turn, `rounds` times over, and answers the medians: a disturbance of the machine disturbs all of them. With the `pid` of the
 * server, also its answers in a second of its processor, because a client reaches its limit before a fast server. Each turn begins with a second
 * that is not counted: an idle process gave back memory and compiled code, and its first answer would pay for all.
 */
export async function measureInTurns(subjects, { rounds, seconds, connections = 32 }) {
  const runs = new Map(subjects.map(({ name }) => [name, []]))
  for (let round = 0; round < rounds; round += 1) {
    for (const subject of subjects) {
      await cannon(subject, { connections, duration: WARM_SECONDS })
      runs.get(subject.name).push(await cannon(subject, { connections, duration: seconds }))
    }
  }
  return subjects.map(({ name }) => {
    const turns = runs.get(name).map(({ requests, processor, latency }) => ({
      perSecond: requests.average,
      perProcessorSecond: requests.total / processor,
      p99: latency.p99,
    }))
    const of = (unit) => median(turns.map((turn) => turn[unit]))
    return { name, turns, perSecond: of('perSecond'), perProcessorSecond: of('perProcessorSecond'), p99: of('p99') }
  })
}

/** Median of the ratios of each round: a machine that turns slow or fast between rounds does so for both. */
export function overInTurns(row, base, unit) {
  return median(row.turns.map((turn, at) => turn[unit] / base.turns[at][unit]))
}

/** A body as it travels: fetch() would hand out the decoded text. */
export function bodyOf(address, headers = HEADERS) {
  return new Promise((done, fail) => {
    get(address, { headers }, (answer) => {
      const pieces = []
      answer.on('data', (piece) => pieces.push(piece))
      answer.once('end', () =>
        answer.statusCode === 200 ? done(Buffer.concat(pieces)) : fail(new Error(`${address} answered ${answer.statusCode}`)),
      )
    }).once('error', fail)
  })
}

async function cannon({ url, paths, pid, headers = HEADERS }, { connections, duration }) {
  const before = processorOf(pid)
  const result = await autocannon({
    url,
    connections,
    duration,
    headers,
    // Also where no path has another text each time: it costs the generator as much as asking, and what is compared is asked in one way.
    idReplacement: true,
    requests: toRequests(paths),
  })
  const processor = processorOf(pid) - before
  demandSuccess(result, url + paths[0])
  return { ...result, processor }
}

function toRequests(paths) {
  return paths.map((path) => ({ method: 'GET', path }))
}

function demandSuccess({ non2xx, errors, timeouts }, where) {
  if (non2xx + errors + timeouts > 0) throw new Error(`${where}: ${non2xx} answers were not 2xx, ${errors} errors, ${timeouts} timeouts`)
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]
}
