import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bordeDe, type Milestone } from '@conoceles/domain'
import { Temporal } from 'temporal-polyfill'
import { openExpediente } from '../../../../apps/api/src/cli/verificacion/expediente-source.ts'
import { verifyExpediente } from '../../../../apps/api/src/cli/verificacion/verify-expediente.ts'
import type { TestApp } from '../../../support/app.ts'
import { send } from '../../../support/actos/envios.ts'
import { QuienCumple, startProgramaReal } from '../../../support/actos/programa.ts'
import { givenCandidatura, must, sql } from '../../../support/registro/candidaturas.ts'

let t: TestApp
let quien: QuienCumple
beforeAll(async () => {
  t = await startProgramaReal()
  quien = await QuienCumple.open(t)
  await quien.en('2023-09-08', '10:00')
  for (const organo of ['pleno', 'comite_transparencia']) await quien.integrar(organo)
})
afterAll(() => t.close())

/** Days on which the Comisión must have approved, the earliest first: nothing is done after its term. */
async function porCumplir(): Promise<{ clave: string; dia: string }[]> {
  const APPROVE = ['comision', 'pleno', 'comite', 'presentacion']
  const owed = (await quien.todos()).filter(
    ({ evento, hitos }) => evento === null && hitos.some(({ milestone }) => APPROVE.includes(milestone)),
  )
  const sorted = owed
    .filter(({ faltan }) => faltan.includes('pleno') || faltan.includes('comite'))
    .filter(({ clave }) => !['11.7', '11.8', '11.9', '11.10'].includes(clave))
    .map(({ clave, hitos }) => ({
      clave,
      dia: must(hitos.flatMap(({ milestone, vence }) => (APPROVE.includes(milestone) && vence ? [vence] : [])).sort()[0]),
    }))
    .sort((one, other) => one.dia.localeCompare(other.dia))
  // One a day: a version is sent before it is voted.
  return sorted.reduceRight<{ clave: string; dia: string }[]>((later, { clave, dia }) => {
    const next = later[0]?.dia
    const own = next !== undefined && dia >= next ? Temporal.PlainDate.from(next).subtract({ days: 1 }).toString() : dia
    return [{ clave, dia: own }, ...later]
  }, [])
}

/** The acuerdos of 20 March 2024 approve a candidatura of each listado, and open their remisiones of the next day. */
async function aprobarCandidaturas(): Promise<void> {
  await quien.en('2024-03-20', '14:00')
  const places = [...t.loaded.postulaciones.keys()].map((key) => key.split('|') as [string, string])
  for (const cargo of ['gubernatura', 'diputacion_mr', 'diputacion_rp', 'presidencia_municipal']) {
    const [contienda, actor] = must(places.find(([key]) => key.startsWith(`${cargo}-`)))
    const { id } = await givenCandidatura(t, { contienda, actor, entregada: false })
    const acuerdo = {
      numero: `PRUEBA/CAND/${cargo}`,
      organo: 'pleno',
      aprobadoEn: '2024-03-20T13:00:00-06:00',
      asunto: 'Registro',
      documentoId: await quien.documento(),
    }
    const { id: acuerdoId } = await quien.post<{ id: string }>('/acuerdos', acuerdo)
    await sql(t, 'update captura.candidatura set acuerdo_id = $2 where id = $1', [id, acuerdoId])
    await t.owner.transaction((tx) => t.services.aperturas.openByAcuerdo(tx, [id]))
  }
}

describe('the whole programme, played by the API from September 2023 to October 2024', () => {
  it('leaves no false debt: every duty has its proof, in its term, with nothing missing', async () => {
    const { elementos } = await quien.get<{ elementos: { id: string; version?: number; estatus: string }[] }>('/sesiones')
    for (const { id } of elementos.filter(({ estatus }) => estatus === 'programada')) {
      const { version } = await quien.get<{ version: number }>(`/sesiones/${id}`)
      await quien.post(`/sesiones/${id}/cancelar`, { version, motivo: 'Se sesiona cuando hay qué aprobar.' })
    }
    const advertencias: string[] = []
    let candidaturas = false
    for (const { clave, dia } of await porCumplir()) {
      if (!candidaturas && dia > '2024-03-20') {
        candidaturas = true
        await aprobarCandidaturas()
        const opened = (await quien.todos()).filter(({ evento }) => evento !== null).map((each) => each.clave)
        expect(opened).toHaveLength(4)
        advertencias.push(...(await quien.remitir(opened, '2024-03-21')))
      }
      await quien.cumplir(clave, dia)
      const next = { '11.13': '11.14', '11.15': '11.16' }[clave] ?? clave
      if (clave === 'aviso') await quien.momento(clave, 'publicacion', dia)
      else advertencias.push(...(await quien.remitir([next], dia)))
    }
    // Duties that no date asks for: a document, and a modificación, each with its own term.
    await quien.en('2024-10-02', '21:00')
    for (const tipo of ['documento_emitido', 'modificacion']) {
      const causa = tipo === 'modificacion' ? { causa: { documento: 'Manual de captura' } } : {}
      const json = {
        tipo,
        ocurridoEn: '2024-10-02T20:30:00-06:00',
        titulo: `Prueba de ${tipo}`,
        documentoId: await quien.documento(),
        ...causa,
      }
      const { entregables } = await quien.post<{ entregables: { clave: string }[] }>('/eventos', json)
      const { clave } = must(entregables[0])
      await quien.momento(clave, 'integracion', '2024-10-03')
      await quien.remitir([clave], '2024-10-03')
    }
    await quien.en('2024-10-31', '10:00')
    const hitos = (
      await quien.get<{
        elementos: {
          clave: string
          hitos: { milestone: Milestone; estatus: string; cumplimiento: object | null; acuerdo: object | null }[]
        }[]
      }>('/actividades')
    ).elementos.flatMap(({ clave, hitos: own }) => own.map((hito) => ({ clave, ...hito })))
    const owed = hitos.filter(({ milestone }) => bordeDe(milestone) === null)
    expect(owed.length).toBeGreaterThan(60)
    expect(
      owed
        .filter(({ estatus }) => estatus !== 'cumplida_en_tiempo')
        .map(({ clave, milestone, estatus }) => `${clave} ${milestone} ${estatus}`),
    ).toEqual([])
    expect(owed.filter(({ cumplimiento, acuerdo }) => cumplimiento === null && acuerdo === null)).toEqual([])
    // This script brings its informes as files that others made.
    expect(advertencias.filter((tipo) => tipo !== 'dia_inhabil' && tipo !== 'no_emitido')).toEqual([])
    const { elementos: hoy } = await quien.get<{ elementos: { clave: string }[] }>('/pendientes')
    expect(hoy.filter(({ clave }) => /^(plazos|trabajo|sesion|previa)/.test(clave))).toEqual([])
  })

  it('is one expediente that verifies', async () => {
    const token = await t.tokenOf('secretaria')
    const { status, bytes } = await send(t, ['GET', '/expedientes'], { token })
    expect(status).toBe(200)
    const folder = mkdtempSync(join(tmpdir(), 'conoceles-programa-'))
    const file = join(folder, 'expediente.zip')
    writeFileSync(file, bytes)
    const source = await openExpediente(file)
    try {
      const report = await verifyExpediente(source, () => undefined)
      expect(report.spki).toBe(t.deps.secretos.firma.spki)
      expect(report.archivos).toBeGreaterThan(100)
      expect(report.actos).toBeGreaterThan(200)
    } finally {
      source.close()
      rmSync(folder, { recursive: true })
    }
  })
})
