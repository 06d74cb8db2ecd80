import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ClaveEtapa } from '@conoceles/domain'
import { openExpediente, readTexto } from '../../../apps/api/src/cli/verificacion/expediente-source.ts'
import { verifyExpediente, type ExpedienteReport } from '../../../apps/api/src/cli/verificacion/verify-expediente.ts'
import type { TestApp } from '../app.ts'
import { must, sql } from '../registro/candidaturas.ts'
import { send, type Answer } from './envios.ts'

interface Etapa {
  clave: ClaveEtapa
  fecha: string | null
  estatus: string
  atrasada: boolean
  sustento: string | null
  version: number
  toma: { clave: string; cuantas: number }[]
  acciones: { acto: string; permitido: boolean; razones: string[] }[]
}

interface Plan {
  etapas: Etapa[]
  abierto: string[]
}

export type Hecho = { plan: Plan; acuse: { folio: string } } & {
  code?: string
  detail?: string
  errors?: { field: string; reasons: string[] }[]
}
type Quien = 'secretaria' | 'transparencia' | 'auditoria' | 'verificacion'

const ROLES = ['secretaria', 'transparencia', 'auditoria', 'verificacion'] as const

/** Accounts that read the plan of conclusion and carry it out, one of each role. */
export class Mesa {
  private constructor(
    private readonly test: TestApp,
    private readonly tokens: ReadonlyMap<Quien, string>,
  ) {}

  static async abrir(test: TestApp): Promise<Mesa> {
    const tokens = new Map<Quien, string>()
    for (const rol of ROLES) tokens.set(rol, await test.tokenOf(rol))
    return new Mesa(test, tokens)
  }

  token(who: Quien): string {
    return must(this.tokens.get(who))
  }

  async plan(who: Quien): Promise<Plan> {
    return (await send<Plan>(this.test, ['GET', '/conclusion'], { token: this.token(who) })).body
  }

  async etapa(clave: ClaveEtapa): Promise<Etapa> {
    return must((await this.plan('secretaria')).etapas.find((each) => each.clave === clave))
  }

  async actuar(who: Quien, clave: ClaveEtapa, acto: string): Promise<Answer<Hecho>> {
    const { version } = await this.etapa(clave)
    return send<Hecho>(this.test, ['POST', `/conclusion/${clave}/acto`], { token: this.token(who), json: { acto, version } })
  }

  async fijar(who: Quien, clave: ClaveEtapa, fecha: string): Promise<Answer<Hecho>> {
    const { version } = await this.etapa(clave)
    const json = { fecha, sustento: 'Acuerdo inventado VC/7/2030', version }
    return send<Hecho>(this.test, ['POST', `/conclusion/${clave}/fecha`], { token: this.token(who), json })
  }

  /** Claves of the tasks that an account has today. */
  async pendientes(who: Quien): Promise<string[]> {
    const { body } = await send<{ elementos: { clave: string }[] }>(this.test, ['GET', '/pendientes'], { token: this.token(who) })
    return body.elementos.map(({ clave }) => clave)
  }
}

export async function cuantasHay(test: TestApp, table: string): Promise<number> {
  return must((await sql<{ n: number }>(test, `select count(*)::int as n from ${table}`))[0]).n
}

/** Every row of every table with captured or public data. */
export async function todoPrivado(test: TestApp): Promise<Buffer> {
  const names = await sql<{ t: string }>(
    test,
    `select schemaname || '.' || tablename as t from pg_tables where schemaname in ('captura', 'identidad', 'publico') order by 1`,
  )
  const rows: object[] = []
  for (const { t } of names) rows.push(...(await sql<object>(test, `select row_to_json(r)::text as j from ${t} r`)))
  return Buffer.from(JSON.stringify(rows))
}

interface Constancia {
  abierto: string[]
  personas: Record<'propuso' | 'confirmo', { nombre: string; cargo: string } | null>
  destruidas: Record<string, number>
  versiones: { cuantas: number }
  cortes: { cuantos: number; fallan: number[] }
}

/** Reads a certificate, once `verificar` found nothing wrong with it. */
export async function leerConstancia(bytes: Buffer): Promise<{ report: ExpedienteReport; constancia: Constancia }> {
  const folder = mkdtempSync(join(tmpdir(), 'constancia-'))
  try {
    const file = join(folder, 'constancia.zip')
    writeFileSync(file, bytes)
    const source = await openExpediente(file)
    const report = await verifyExpediente(source, () => undefined)
    const constancia = JSON.parse(await readTexto(source, 'constancia.json')) as Constancia
    source.close()
    return { report, constancia }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The legal block, as two people left it and as if the stages before it were over. */
export async function bloquear(test: TestApp): Promise<void> {
  await sql(
    test,
    `begin; set local session_replication_role = replica;
     insert into captura.etapa_conclusion (proceso_id, clave, confirmada_en, confirmada_por, confirmada_dia, version)
       select id, 'bloqueo', now(), gen_random_uuid(), '2030-08-20', 1 from captura.proceso;
     commit`,
  )
}
