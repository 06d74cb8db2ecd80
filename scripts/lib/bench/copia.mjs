import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, existsSync, mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { bodyOf, measureInTurns } from '../../../tests/load/measure.mjs'
import { end, freePort } from '../../../tests/load/processes.mjs'
import { judge, ratio } from './report.mjs'
import { mustRun, ROOT } from '../run.mjs'

const HEADERS = { 'accept-encoding': 'gzip' }
const TURNS = { rounds: 5, seconds: 4 }
const GOAL = 0.9

/** The copy of a running simulacro as `deploy/nginx-copia.conf` serves it, beside one of its files alone on an nginx that does nothing else. */
export async function benchNginx(url) {
  if (spawnSync('nginx', ['-v']).error) {
    console.log('There is no nginx on this machine: the copy was not measured.')
    return
  }
  const home = mkdtempSync(join(tmpdir(), 'conoceles-bench-copia-'))
  chmodSync(home, 0o755)
  const nginx = []
  try {
    const sitio = join(home, 'sitio')
    await mustRun(process.execPath, ['apps/api/dist/exportar.js', sitio, url])
    const { elementos } = await (await fetch(`${url}/api/v1/publico/candidaturas?limite=1`)).json()
    const page = `candidaturas/${elementos[0].id}`
    const [ports, plain] = [[await freePort(), await freePort()], plainFolder(home, join(sitio, `${page}.html`))]
    nginx.push(startNginx(home, 'copia', copiaConf(sitio, ports[0])), startNginx(home, 'sola', plainConf(plain, ports[1])))
    const [copia, sola] = nginx.map(({ pid }, at) => ({ url: `http://127.0.0.1:${ports[at]}`, pid, headers: HEADERS }))
    const subjects = [
      { ...sola, name: 'a plain compressed file', paths: ['/archivo.html'] },
      { ...copia, name: 'page of a candidatura', paths: [`/${page}`] },
      { ...copia, name: 'data of a candidatura', paths: [`/api/v1/publico/${page}`] },
    ]
    for (const each of subjects) each.bytes = await whenReady(each.url + each.paths[0])
    report(subjects, await measureInTurns(subjects, TURNS))
  } finally {
    await Promise.all(nginx.map(end))
    rmSync(home, { recursive: true, force: true })
  }
}

function report(subjects, rows) {
  const [plain, page] = rows
  console.table(
    rows.map(({ name, perSecond, perProcessorSecond, p99 }, at) => ({
      answer: name,
      bytes: subjects[at].bytes,
      'requests/s': Math.round(perSecond),
      'p99 ms': p99,
      'over the plain file': ratio(perSecond, plain.perSecond),
      'per s of processor': Math.round(perProcessorSecond),
      'over the plain file ': ratio(perProcessorSecond, plain.perProcessorSecond),
    })),
  )
  // nginx waits for its clients: its requests per second are those that the generator can ask.
  const over = page.perProcessorSecond / plain.perProcessorSecond
  judge('page of the copy over a plain file, requests per second of processor', over, (value) => value >= GOAL, `≥ ${GOAL}`)
}

/** Configuration of nginx for the copy, with the paths and the port of this machine. */
function copiaConf(sitio, port) {
  const deploy = join(ROOT, 'deploy')
  return readFileSync(join(deploy, 'nginx-copia.conf'), 'utf8')
    .replaceAll('include security-headers.conf', `include ${deploy}/security-headers.conf`)
    .replace('listen 8082', `listen 127.0.0.1:${port}`)
    .replace('/srv/copia/sitio', sitio)
}

function plainConf(folder, port) {
  return `worker_processes auto;
pid /tmp/nginx.pid;
events { worker_connections 4096; }
http {
  include mime.types;
  sendfile on;
  tcp_nopush on;
  gzip_static on;
  access_log /dev/stdout;
  error_log /dev/stderr warn;
  server { listen 127.0.0.1:${port}; root ${folder}; }
}
`
}

function plainFolder(home, page) {
  const folder = join(home, 'sola')
  mkdirSync(folder)
  for (const ending of ['', '.gz']) if (existsSync(page + ending)) copyFileSync(page + ending, join(folder, `archivo.html${ending}`))
  return folder
}

const MIME = '/etc/nginx/mime.types'

function startNginx(home, name, conf) {
  const file = join(home, `${name}.conf`)
  const own = conf.replace('/tmp/nginx.pid', join(home, `${name}.pid`)).replace('include mime.types', `include ${MIME}`)
  writeFileSync(file, own.replace('/dev/stdout', join(home, `${name}.log`)))
  return spawn('nginx', ['-c', file, '-p', dirname(file), '-g', 'daemon off;'], { stdio: ['ignore', 'inherit', 'inherit'] })
}

const TRIES = 50

/** Bytes of its answer, once it answers. */
async function whenReady(address) {
  for (let left = TRIES; ; left -= 1) {
    try {
      return (await bodyOf(address, HEADERS)).length
    } catch (error) {
      if (left === 0) throw error
      await new Promise((done) => setTimeout(done, 100))
    }
  }
}
