import { bodyOf, HEADERS, measureInTurns, overInTurns } from '../../../tests/load/measure.mjs'
import { startConstants } from '../../../tests/load/processes.mjs'
import { judge } from './report.mjs'

const ASKED = { rounds: 5, seconds: 3, connections: 32 }
/** One who asks while more than eight wait for the renderer gets a page that her browser makes: that many asks count none of those. */
const UNASKED = { ...ASKED, connections: 8 }
const CONSTANT = 'node:http constant'
/** [<id>] is another text in each request, so nobody asked for that page before. */
const ANOTHER = 'visita=[<id>]'
const asked = { turns: ASKED, goal: 0.25 }
const unasked = { turns: UNASKED, goal: 0.05 }

/** Measures pages that are made on request, beside a constant of the list's size: asked before in this corte, and never. */
export async function benchPaginas(whole, { startPublico } = {}) {
  const { url, pid } = startPublico ? await startPublico() : { url: whole }
  const pages = await pagesOf(url)
  const body = await demandPages(url, pages)
  const constants = await startConstants(body, { 'content-type': 'text/html; charset=utf-8' })
  try {
    const constant = { name: CONSTANT, url: constants.http, pid: constants.pid, paths: ['/'] }
    console.log(`\nThe list travels in ${body.length} bytes (brotli).`)
    for (const turns of [ASKED, UNASKED]) {
      const subjects = pages.filter((page) => page.turns === turns).map((page) => ({ ...page, url, pid }))
      print(await measureInTurns([constant, ...subjects], turns), subjects, turns)
    }
  } finally {
    await constants.stop()
  }
}

async function pagesOf(url) {
  const read = async (path) => (await fetch(`${url}/api/v1/publico${path}`)).json()
  const { cargos, actoresPoliticos, municipios } = await read('/proceso')
  const { elementos } = await read('/candidaturas?limite=50')
  const list = `/candidaturas?cargo=${cargos.at(-1).clave}&actor=${actoresPoliticos[0].clave}`
  const search = `/candidaturas?q=${encodeURIComponent(elementos[0].nombre.split(' ')[0])}`
  const personas = elementos
    .slice(0, 3)
    .map(({ id }) => id)
    .join()
  return [
    { name: 'filtered list', paths: [list], ...asked },
    { name: 'search', paths: [search], ...asked },
    { name: 'ballot of a municipio', paths: [`/boleta?municipio=${municipios[0].clave}`], ...asked },
    { name: 'comparison of three', paths: [`/comparar?personas=${personas}`], ...asked },
    { name: 'filtered list, never asked before', paths: [`${list}&${ANOTHER}`], ...unasked },
    { name: 'search, never asked before', paths: [`${search}&${ANOTHER}`], ...unasked },
  ]
}

/** Opens every page, because a quick shell would count as much, and gives the list's bytes. */
async function demandPages(url, pages) {
  for (const { name, paths } of pages) {
    const answer = await fetch(url + paths[0].replace('[<id>]', 'abierta'))
    const people = (await answer.text()).split('href="/candidaturas/').length - 1
    if (!answer.ok || people === 0) throw new Error(`${name}: ${answer.status}, and nobody in it`)
  }
  return bodyOf(url + pages[0].paths[0], HEADERS)
}

function print(rows, pages, { connections, rounds, seconds }) {
  const [constant, ...others] = rows
  console.log(`\n${connections} connections, medians of ${rounds} turns of ${seconds} s:`)
  console.table(
    rows.map((row) => ({
      page: row.name,
      'requests/s': Math.round(row.perSecond),
      'p99 ms': row.p99,
      'over node:http': overInTurns(row, constant, 'perSecond').toFixed(3),
    })),
  )
  others.forEach((row, at) => {
    const { goal } = pages[at]
    judge(
      `${row.name} over ${CONSTANT}, requests per second`,
      overInTurns(row, constant, 'perSecond'),
      (value) => value >= goal,
      `≥ ${goal}`,
    )
  })
}
