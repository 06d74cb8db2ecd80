import type { EntityManager } from 'typeorm'
import {
  cleanLine,
  COLUMNAS_CANDIDATOS,
  COLUMNAS_IDENTIDAD,
  columnasDeRespuestas,
  filasEnLibro,
  HOJAS_INE,
  puede,
  type CandidaturaIne,
  type CeldaIne,
} from '@conoceles/domain'
import { nombradas, type Acts } from '../../../bitacora/index.ts'
import {
  preguntasEnLibro,
  rigenPara,
  type CuestionariosVigentes,
  type IdentidadService,
  type Paso,
  type Vigente,
} from '../../../captura/index.ts'
import type { ProcesosService } from '../../../proceso/index.ts'
import { act, datosBloqueados, type Quien } from '../../../../shared/act.ts'
import { sha256 } from '../../../../shared/criptografia/canonical.ts'
import type { Deps } from '../../../../shared/deps.ts'
import { AVISO_BLOQUEO } from '../../../../shared/documentos/aviso-bloqueo.ts'
import type { Documentos } from '../../../../shared/documentos/documentos.ts'
import type { Workbook } from '../../../../shared/documentos/xlsx/model.ts'
import { AppError } from '../../../../shared/http/errors.ts'
import { completa, publica, type ProcesoIne } from './candidatura.ts'
import { declararLectura, readCandidaturas, readDocumentos, readSecciones, type CandidaturaRow, type SeccionRow } from './ine.queries.ts'
import { fileName, type Descarga } from '../listados/listados.service.ts'

export const ALCANCES_INE = ['publico', 'completo'] as const
export type AlcanceIne = (typeof ALCANCES_INE)[number]

/** Characters of a reason that says something. */
export const MOTIVO_MINIMO = 10

interface Parts {
  acts: Acts
  procesos: ProcesosService
  vigentes: CuestionariosVigentes
  identidad: IdentidadService
  documentos: Documentos
}

/** Data of the workbook, read before it is written. */
interface Leido {
  proceso: { id: string; clave: string; nombre: string; instituto: string }
  candidatos: CeldaIne[][]
  identidad: CeldaIne[][]
  bloqueados: boolean
  /** Candidaturas with an identity answer that was read. */
  leidas: string[]
}

interface Lectura extends ProcesoIne {
  vigentes: Vigente[]
  leidas: string[]
}

const BATCH = 500

/** The INE's workbook of the proceso: only public data, or everything, for an account that may and gives its reason. */
export class LibroIneService {
  constructor(
    private readonly deps: Deps,
    private readonly parts: Parts,
  ) {}

  /** In the bitácora before anybody has it. */
  async exportar(quien: Quien, { alcance, motivo }: { alcance: AlcanceIne; motivo: string | null }): Promise<Descarga> {
    const razon = alcance === 'completo' ? requireMotivo(quien, motivo) : null
    const { databases, clock } = this.deps
    const leido = await act(databases, quien, (tx) => this.read(tx, alcance))
    const en = clock.now().toString({ fractionalSecondDigits: 0 })
    const contenido = await this.parts.documentos.workbook(toWorkbook(leido, en), 'xlsx')
    await this.record(quien, leido, { alcance, motivo: razon, sha256: sha256(contenido) })
    const nombre = `${fileName(['baseDatosCandidatos', leido.proceso.clave, alcance, clock.today().toString()])}.xlsx`
    return { nombre, medio: XLSX, contenido }
  }

  /** Batch by batch: only the cells stay in memory. */
  private async read(tx: EntityManager, alcance: AlcanceIne): Promise<Leido> {
    if (alcance === 'completo') await declararLectura(tx)
    const row = await this.parts.procesos.proceso(tx)
    const vigentes = await this.parts.vigentes.list(tx)
    const lectura: Lectura = { vigentes, leidas: [], entidad: row.entidadNombre, jornada: row.jornada, grupos: row.catalogos.grupos }
    const columnas = columnasDeRespuestas(preguntasEnLibro(vigentes))
    const leido: Leido = {
      proceso: { id: row.id, clave: row.clave, nombre: row.nombre, instituto: row.institutoNombre },
      candidatos: [],
      identidad: [],
      bloqueados: await datosBloqueados(tx),
      leidas: lectura.leidas,
    }
    for await (const rows of pagesOf(tx, row.id)) {
      const batch = alcance === 'completo' ? await this.readCompletas(tx, rows, lectura) : await this.readPublicas(rows, lectura)
      for (const candidatura of batch) {
        const { candidatos, identidad } = filasEnLibro(candidatura, columnas)
        leido.candidatos.push(candidatos)
        leido.identidad.push(identidad)
      }
    }
    return leido
  }

  private async readCompletas(tx: EntityManager, rows: CandidaturaRow[], lectura: Lectura): Promise<CandidaturaIne[]> {
    const candidaturas = rows.map(({ id }) => id)
    const cuestionarios = lectura.vigentes.filter(({ row }) => row.tipo === 'curricular').map(({ row }) => row.id)
    const secciones = byCandidatura(await readSecciones(tx, { candidaturas, cuestionarios }))
    const pasos = await this.pasosDe(tx, rows, lectura)
    const identidad = await this.parts.identidad.readMany(tx, candidaturas, { pasosDe: (id) => pasos.get(id) ?? [] })
    lectura.leidas.push(...identidad.keys())
    return rows.map((row) => completa(row, { secciones: secciones.get(row.id) ?? [], identidad: identidad.get(row.id) ?? {} }, lectura))
  }

  /** How the identity answers of each came to the version that her cargo answers. */
  private async pasosDe(tx: EntityManager, rows: CandidaturaRow[], { vigentes }: Lectura): Promise<Map<string, readonly Paso[]>> {
    const ways = new Map<string, readonly Paso[]>()
    for (const vigente of vigentes) ways.set(vigente.row.id, await this.parts.vigentes.pasosHasta(tx, vigente))
    return new Map(
      rows.map(({ id, cargoClave }) => {
        const own = rigenPara(vigentes, cargoClave).find(({ row }) => row.tipo === 'identidad')
        return [id, (own && ways.get(own.row.id)) ?? []]
      }),
    )
  }

  /** Only candidaturas in force with a public record are in a public workbook. */
  private async readPublicas(rows: CandidaturaRow[], lectura: Lectura): Promise<CandidaturaIne[]> {
    const documentos = await readDocumentos(
      this.deps.databases.lector,
      rows.map(({ id }) => id),
    )
    return rows.flatMap((row) => {
      const documento = documentos.get(row.id)
      return documento?.estatus === 'aprobada' ? [publica(row, documento, lectura)] : []
    })
  }

  private async record(
    quien: Quien,
    leido: Leido,
    { alcance, motivo, sha256: hash }: { alcance: AlcanceIne; motivo: string | null; sha256: string },
  ): Promise<void> {
    const conIdentidad = leido.leidas.length
    const detalle = { alcance, candidaturas: leido.candidatos.length, sha256: hash, ...(motivo === null ? {} : { motivo, conIdentidad }) }
    const { acts } = this.parts
    const objeto = { tipo: 'proceso', id: leido.proceso.id }
    // An export without any identity answer is no reading.
    if (conIdentidad === 0) return acts.recordReading(quien, { acto: 'exportacion.ine', objeto, detalle })
    await act(this.deps.databases, quien, async (tx) => {
      for (const leidas of nombradas(leido.leidas.toSorted()))
        await acts.record(tx, quien, { acto: 'identidad.exportada', objeto, detalle: { ...detalle, leidas } })
    })
  }
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Demands the permission and a reason, which stays in the bitácora. */
function requireMotivo(quien: Quien, motivo: string | null): string {
  if (!puede(quien.rol, 'exportaciones.identidad')) throw new AppError('acceso.sin_permiso')
  const razon = cleanLine(motivo ?? '')
  if (razon.length >= MOTIVO_MINIMO) return razon
  throw new AppError('entrada.invalida', {
    errors: [
      { field: 'motivo', reasons: [`Diga para qué se exportan las respuestas de identidad, en ${MOTIVO_MINIMO} caracteres o más.`] },
    ],
  })
}

function byCandidatura(rows: SeccionRow[]): Map<string, SeccionRow[]> {
  const found = new Map<string, SeccionRow[]>()
  for (const row of rows) {
    const known = found.get(row.candidaturaId)
    if (known) known.push(row)
    else found.set(row.candidaturaId, [row])
  }
  return found
}

async function* pagesOf(tx: EntityManager, procesoId: string): AsyncGenerator<CandidaturaRow[]> {
  for (let despues: string | null = ''; despues !== null;) {
    const rows: CandidaturaRow[] = await readCandidaturas(tx, { procesoId, despues, limite: BATCH })
    if (rows.length > 0) yield rows
    despues = rows.length === BATCH ? (rows.at(-1)?.orden ?? null) : null
  }
}

const WIDTH = 22

function toWorkbook({ proceso, candidatos, identidad, bloqueados }: Leido, createdAt: string): Workbook {
  const sheet = (name: string, columnas: readonly string[], rows: CeldaIne[][]) => ({
    name,
    widths: columnas.map(() => WIDTH),
    headerRows: 1 as const,
    rows: [[...columnas], ...rows],
  })
  return {
    title: proceso.nombre,
    author: proceso.instituto,
    createdAt,
    sheets: [
      sheet(HOJAS_INE.candidatos, COLUMNAS_CANDIDATOS, candidatos),
      sheet(HOJAS_INE.identidad, COLUMNAS_IDENTIDAD, identidad),
      // A workbook of answers without answers says why; otherwise it has the INE's two sheets and no other.
      ...(bloqueados ? [{ name: 'NOTAS', widths: [120], headerRows: 0 as const, rows: [[AVISO_BLOQUEO]] }] : []),
    ],
  }
}
