import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import type { TextoDeOtra } from '@conoceles/cuestionarios'
import { contarCodificacion, textosNecesarios } from '@conoceles/domain'
import type { AvisosPrivacidadService } from '../../captura/avisos/index.ts'
import { SYSTEM, type Acts, type BitacoraService } from '../../bitacora/index.ts'
import type { CuestionariosVigentes, IdentidadService } from '../../captura/index.ts'
import { abrirRespuestas, listConsienten, readPublicas } from '../../publicacion/estadisticas/index.ts'
import type { ProcesosService } from '../../proceso/index.ts'
import { datosBloqueados } from '../../../shared/act.ts'
import { sha256 } from '../../../shared/criptografia/canonical.ts'
import { toDate } from '../../../shared/clock.ts'
import type { Deps } from '../../../shared/deps.ts'
import { Codificacion } from './codificacion.entity.ts'
import { listEnCurso, lockCodificacion, readJuicios, readTextos } from './codificaciones.queries.ts'
import { openEnlace, sealEnlace, type Enlace } from './enlace.ts'
import { PlazaCodificacion } from './plaza.entity.ts'
import { camposDe, listPreguntas, textoDe } from './preguntas.ts'
import { TextoCodificacion } from './texto.entity.ts'

export interface CodificadorParts {
  acts: Acts
  bitacora: BitacoraService
  procesos: ProcesosService
  vigentes: CuestionariosVigentes
  identidad: IdentidadService
  avisos: AvisosPrivacidadService
}

interface Turno {
  codificacion: Codificacion
  /** Undefined: no cuestionario in force asks it any more, so that nobody has such a text. */
  pregunta: TextoDeOtra | undefined
  /** Texts that may be coded now, by candidatura: of those on the public list who consent to statistics. */
  textosDe(candidaturas?: readonly string[]): Promise<Map<string, string>>
}

/**
 * The publisher's part of a coding: it gathers the texts, removes those that may not be read any more, and counts. Nobody else learns whose
 * they are.
 *
 * It finds withdrawn texts by comparing with the texts of now, never by the act of withdrawal: no way of withdrawing can be forgotten.
 */
export class CodificadorService {
  /** The newest entry of the bitácora and the day at which all was looked at last. */
  private visto = ''

  constructor(
    private readonly deps: Deps,
    private readonly parts: CodificadorParts,
  ) {}

  /** Does the pending work. One at a time across replicas; killed anywhere, the next turn does it. */
  async turno(): Promise<void> {
    const seen = await this.deps.databases.publicador.transaction(async (tx) => {
      const pending = await listEnCurso(tx)
      if (pending.length === 0 || (await datosBloqueados(tx))) return null
      const now = `${await this.parts.bitacora.head(tx)}|${this.deps.clock.today().toString()}`
      if (now === this.visto && pending.every(({ estatus }) => estatus === 'abierta')) return null
      await tx.query('select pg_advisory_xact_lock(242, 620)')
      const preguntas = await listPreguntas(tx, this.parts.vigentes)
      for (const { id, pregunta } of pending) await this.avanzar(tx, { id, pregunta }, preguntas)
      return now
    })
    this.visto = seen ?? this.visto
  }

  private async avanzar(tx: EntityManager, at: { id: string; pregunta: string }, preguntas: readonly TextoDeOtra[]): Promise<void> {
    await lockCodificacion(tx, at.pregunta)
    const codificacion = await tx.findOneByOrFail(Codificacion, { id: at.id })
    const pregunta = preguntas.find(({ campo }) => campo === at.pregunta)
    const turno = { codificacion, pregunta, textosDe: (some?: readonly string[]) => this.textosDe(tx, pregunta, some) }
    if (codificacion.estatus === 'reuniendo') await this.reunir(tx, turno)
    if (codificacion.estatus === 'abierta') await this.revisar(tx, turno)
    if (codificacion.estatus === 'contando') await this.contar(tx, turno)
  }

  private async textosDe(tx: EntityManager, pregunta: TextoDeOtra | undefined, some?: readonly string[]): Promise<Map<string, string>> {
    if (!pregunta) return new Map()
    const orden = (await this.parts.procesos.proceso(tx)).catalogos.revision.orden.clave
    const consienten = await listConsienten(tx, this.parts.avisos, orden)
    const personas = (await readPublicas(tx)).filter(({ id }) => consienten.has(id) && (some?.includes(id) ?? true))
    const respuestas = await abrirRespuestas(tx, personas, { ...this.parts, preguntas: camposDe(pregunta), orden })
    return new Map(
      personas.flatMap(({ id }) => {
        const texto = textoDe(pregunta, respuestas.get(id))
        return texto === null ? [] : [[id, texto] as const]
      }),
    )
  }

  /** Gives each text a pseudonym, unless they are too few for anything to be told of them: then nobody has to read them. */
  private async reunir(tx: EntityManager, { codificacion, textosDe }: Turno): Promise<void> {
    const { id, pregunta, intento } = codificacion
    const textos = await textosDe()
    const ahora = toDate(this.deps.clock.now())
    const minimo = await this.minimo(tx)
    if (minimo === null || textos.size < textosNecesarios(minimo)) {
      await tx.update(Codificacion, { id }, { estatus: 'borrador', sinTextosEn: ahora })
      return this.record(tx, 'codificacion.sin_textos', { pregunta, intento })
    }
    await this.agregar(tx, id, textos)
    await tx.update(Codificacion, { id }, { estatus: 'abierta', intento: intento + 1, abiertaEn: ahora, sinTextosEn: null })
    return this.record(tx, 'codificacion.abierta', { pregunta, intento: intento + 1 })
  }

  /** Takes out, with their codes, the texts that may not be read any more; one that changed comes in anew. Answers whether any did. */
  private async revisar(tx: EntityManager, { codificacion: { id }, textosDe }: Turno): Promise<boolean> {
    const rows = await readTextos(tx, id)
    const enlaces = rows.map((row) => ({ id: row.id, ...openEnlace(this.deps.secretos.llavero, row) }))
    const textos = await textosDe(enlaces.map(({ candidaturaId }) => candidaturaId))
    const isSame = ({ candidaturaId, sha256: known }: Enlace) => {
      const texto = textos.get(candidaturaId)
      return texto !== undefined && sha256(texto) === known
    }
    const gone = enlaces.filter((enlace) => !isSame(enlace))
    if (gone.length === 0) return false
    await tx.query('delete from identidad.codificacion_texto where id = any($1)', [gone.map((each) => each.id)])
    const changed = gone.flatMap(({ candidaturaId }) => {
      const texto = textos.get(candidaturaId)
      return texto === undefined ? [] : [[candidaturaId, texto] as const]
    })
    if (changed.length === 0) return false
    await this.agregar(tx, id, new Map(changed))
    await tx.update(PlazaCodificacion, { codificacionId: id }, { terminadaEn: null })
    return true
  }

  /** Counts the texts that may be told, once and for all, and forgets texts and codes. An unsettled text leaves the coding open. */
  private async contar(tx: EntityManager, turno: Turno): Promise<void> {
    const { id, pregunta, categorias, intento } = turno.codificacion
    const changed = await this.revisar(tx, turno)
    const juicios = await readJuicios(tx, id)
    const textos = juicios.flatMap(({ codigos: [a, b], final }) =>
      a && b && final !== null ? [{ codigos: [a.codigo, b.codigo] as const, final }] : [],
    )
    const minimo = await this.minimo(tx)
    if (changed || textos.length < juicios.length || minimo === null) {
      await tx.update(Codificacion, { id }, { estatus: 'abierta' })
      return
    }
    const resultado = contarCodificacion(textos, { claves: categorias.map(({ clave }) => clave), minimo })
    const cerradaEn = toDate(this.deps.clock.now())
    await tx.update(Codificacion, { id }, { estatus: 'cerrada', resultado, cerradaEn })
    await tx.query('delete from identidad.codificacion_texto where codificacion_id = $1', [id])
    await this.record(tx, 'codificacion.cerrada', { pregunta, intento })
  }

  private async agregar(tx: EntityManager, codificacionId: string, textos: ReadonlyMap<string, string>): Promise<void> {
    const { llavero } = this.deps.secretos
    const rows = [...textos].map(([candidaturaId, texto]) => ({
      ...sealEnlace(llavero, randomUUID(), { candidaturaId, sha256: sha256(texto) }),
      codificacionId,
    }))
    // In the order of their pseudonyms: not even the order of the rows tells their authors.
    await tx.insert(
      TextoCodificacion,
      rows.sort((a, b) => a.id.localeCompare(b.id)),
    )
  }

  private async minimo(tx: EntityManager): Promise<number | null> {
    return (await this.parts.procesos.proceso(tx)).catalogos.estadistica?.minimo.valor ?? null
  }

  private record(
    tx: EntityManager,
    acto: `codificacion.${'sin_textos' | 'abierta' | 'cerrada'}`,
    { pregunta, intento }: { pregunta: string; intento: number },
  ): Promise<void> {
    return this.parts.acts.record(tx, SYSTEM, { acto, objeto: { tipo: 'codificacion', id: pregunta }, detalle: { intento } })
  }
}
