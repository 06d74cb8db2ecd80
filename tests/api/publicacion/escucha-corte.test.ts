import { CANAL_CORTE } from '../../../apps/api/src/database/reader.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { sql } from '../../support/registro/candidaturas.ts'
import { Equipo, givenCapturada } from '../../support/actos/captura.ts'
import { publicar } from '../../support/publico.ts'

let test_: TestApp
let equipo: Equipo
beforeAll(async () => {
  test_ = await startTestApp()
  equipo = new Equipo(test_)
})
afterAll(() => test_.close())

/** Counts events of the listener, and waits for them. */
class Ear {
  heard = 0
  deaf = 0
  private wake = () => undefined as unknown
  readonly hangUp: () => void

  constructor(test = test_) {
    this.hangUp = test.deps.databases.lector.listen(CANAL_CORTE, { heard: () => this.count('heard'), deaf: () => this.count('deaf') })
  }

  async until(what: 'heard' | 'deaf', times: number): Promise<void> {
    while (this[what] < times) await new Promise((done) => (this.wake = () => done(null)))
  }

  private count(what: 'heard' | 'deaf'): void {
    this[what] += 1
    this.wake()
  }
}

const listeners = `select pid from pg_stat_activity where datname = current_database() and query = 'listen "${CANAL_CORTE}"'`
/** Sends somebody else's notice: anything told between two of them was told, if at all, before the second. */
const tell = () => sql(test_, `notify ${CANAL_CORTE}, 'otra vez'`)

it('a corte is told to its listener once it is there, and a corte that comes to nothing is not', async () => {
  const ear = new Ear()
  await ear.until('heard', 1)
  await givenCapturada(equipo)
  await sql(test_, `create function public.fallar() returns trigger language plpgsql as $$ begin raise 'no cabe'; end $$`)
  await sql(
    test_,
    'create constraint trigger fallar after insert on publico.corte initially deferred for each row execute function public.fallar()',
  )
  await expect(publicar(test_)).rejects.toThrow('no cabe')
  await tell()
  await ear.until('heard', 2)
  await sql(test_, 'drop trigger fallar on publico.corte')
  expect(await publicar(test_)).not.toBeNull()
  await ear.until('heard', 3)
  await tell()
  await ear.until('heard', 4)
  expect(ear).toMatchObject({ heard: 4, deaf: 0 })
  ear.hangUp()
  await ear.until('deaf', 1)
})

it('the listener knows when the database let it go, and hangs up without waiting for an answer', async () => {
  const [cut, own] = [new Ear(), new Ear()]
  await Promise.all([cut.until('heard', 1), own.until('heard', 1)])
  own.hangUp()
  await own.until('deaf', 1)
  await sql(test_, `select pg_terminate_backend(pid) from (${listeners}) of`)
  await cut.until('deaf', 1)
  expect([cut, own]).toMatchObject([
    { heard: 1, deaf: 1 },
    { heard: 1, deaf: 1 },
  ])
})

it('a process that cannot listen is told, be the database full or the channel refused', async () => {
  const name = new URL(test_.url).pathname.slice(1)
  await sql(test_, `alter database ${name} connection limit 0`)
  const full = new Ear()
  await full.until('deaf', 1)
  await sql(test_, `alter database ${name} connection limit -1`)
  expect(full.heard).toBe(0)
  const refused = await new Promise((done) =>
    test_.deps.databases.lector.listen('\0', { heard: () => done('heard'), deaf: () => done('deaf') }),
  )
  expect(refused).toBe('deaf')
})

it('a reader that is closed listens no more', async () => {
  const other = await startTestApp()
  const ear = new Ear(other)
  await ear.until('heard', 1)
  await other.close()
  await ear.until('deaf', 1)
  expect(ear.heard).toBe(1)
})
