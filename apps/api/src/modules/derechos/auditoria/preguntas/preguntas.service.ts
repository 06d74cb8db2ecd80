import type { EntityManager } from 'typeorm'
import { Temporal } from 'temporal-polyfill'
import { localDay, searchWords } from '@conoceles/domain'
import { cargoEl, type AccesoModule } from '../../../acceso/index.ts'
import type { ActividadesService } from '../../../programa/actividades/index.ts'
import type { BitacoraService, Acts } from '../../../bitacora/index.ts'
import { emisorOf, fileName, type Descarga } from '../../../intercambio/exportaciones/index.ts'
import type { ProcesosService } from '../../../proceso/index.ts'
import { act, type Quien } from '../../../../shared/act.ts'
import { sha256 } from '../../../../shared/criptografia/canonical.ts'
import type { Deps } from '../../../../shared/deps.ts'
import type { Documentos } from '../../../../shared/documentos/documentos.ts'
import { AppError } from '../../../../shared/http/errors.ts'
import type { LecturaBitacoraService } from '../lectura.service.ts'
import { alcanceEnPalabras, readAlcance } from './alcance.ts'
import { comprobar, toCsv, toDocument, toWorkbook, type Hoja } from './archivo.ts'
import { responderCuentas } from './cuentas.ts'
import { responderDerechos } from './derechos.ts'
import { responderLecturas, responderPropias } from './lecturas.ts'
import type { FormatoPregunta, RespuestaPreguntaDto } from './preguntas.dto.ts'
import { PREGUNTAS, type ClavePregunta } from './preguntas.ts'
import { MOST_ON_SCREEN, probar } from './prueba.ts'
import { responderPublico } from './publico.ts'
import { responderReescritura } from './reescritura.ts'
import { cuantos, type Contexto, type Periodo, type Respuesta } from './respuesta.ts'
import { responderRetiros } from './retiros.ts'
import { responderSustituciones } from './sustituciones.ts'

export interface PreguntasParts {
  acts: Acts
  bitacora: BitacoraService
  procesos: ProcesosService
  actividades: ActividadesService
  cuentas: AccesoModule
  documentos: Documentos
  lectura: LecturaBitacoraService
}

export interface Pedido extends Periodo {
  pregunta: ClavePregunta
  texto: string | null
}

/** On a screen; a file has all. */
const SHOWN = 200
/** Beyond this a table is for spreadsheets. */
const MOST_IN_PDF = 3_000

type Responder = (contexto: Contexto, quien: Quien) => Promise<Respuesta>

/**
 * The questions of an auditor, each with its answer and its proof outside the system. It changes nothing but the bitácora, which keeps the
 * asking account.
 */
export class PreguntasService {
  constructor(
    private readonly deps: Deps,
    private readonly parts: PreguntasParts,
  ) {}

  /** An answer that tells of persons is in the bitácora before anybody reads it. */
  responder(quien: Quien, pedido: Pedido): Promise<RespuestaPreguntaDto> {
    return act(this.deps.databases, quien, async (tx) => {
      const respuesta = await this.answer(tx, quien, pedido)
      const filas = respuesta.filas.slice(0, SHOWN)
      const prueba = await probar({ tx, quien, lectura: this.parts.lectura }, filas, MOST_ON_SCREEN)
      const { pregunta, personal } = PREGUNTAS[pedido.pregunta]
      if (personal)
        await this.record(tx, quien, { acto: 'auditoria.pregunta_leida', pedido, detalle: { renglones: respuesta.filas.length } })
      return {
        ...{
          clave: pedido.pregunta,
          pregunta,
          personal,
          frases: respuesta.frases,
          columnas: respuesta.columnas,
          total: respuesta.filas.length,
        },
        filas: filas.map(({ celdas, actos }) => ({ celdas, actos: actos.map((n) => ({ n })) })),
        ...{ actos: prueba.actos, cabeza: prueba.cabeza },
        comprobar: comprobar({ prueba, origen: this.deps.config.origen }),
      }
    })
  }

  /** Read in one moment, written apart, and in the bitácora before anybody has it. */
  async exportar(quien: Quien, pedido: Pedido, formato: FormatoPregunta): Promise<Descarga> {
    const { databases } = this.deps
    const hoja = await act(databases, quien, (tx) => this.read(tx, quien, pedido))
    if (formato === 'pdf' && hoja.respuesta.filas.length > MOST_IN_PDF) {
      const renglones = hoja.respuesta.filas.length.toLocaleString('es-MX')
      const detail = `Tiene ${renglones} renglones y un PDF admite ${MOST_IN_PDF.toLocaleString('es-MX')}: pídalo en XLSX o CSV.`
      throw new AppError('entrada.invalida', { detail, errors: [{ field: 'formato', reasons: [detail] }] })
    }
    const contenido = await this.write(hoja, formato)
    const detalle = { formato, renglones: hoja.respuesta.filas.length, sha256: sha256(contenido) }
    await act(databases, quien, (tx) => this.record(tx, quien, { acto: 'auditoria.pregunta_exportada', pedido, detalle }))
    return { nombre: `${fileName(nameOf(pedido, hoja))}.${formato}`, medio: MEDIOS[formato], contenido }
  }

  private async read(tx: EntityManager, quien: Quien, pedido: Pedido): Promise<Hoja> {
    const respuesta = await this.answer(tx, quien, pedido)
    const { procesos, cuentas, lectura } = this.parts
    const [cuenta] = await cuentas.nombrar([quien.cuentaId])
    const corte = this.deps.clock.now().toString({ fractionalSecondDigits: 0 })
    return {
      emisor: emisorOf(await procesos.proceso(tx)),
      origen: this.deps.config.origen,
      pregunta: PREGUNTAS[pedido.pregunta].pregunta,
      periodo: { desde: pedido.desde, hasta: pedido.hasta },
      palabras: pedido.texto,
      respuesta,
      prueba: await probar({ tx, quien, lectura }, respuesta.filas),
      pidio: cuenta ? `${cuenta.nombre}, ${cargoEl(cuenta, corte)}` : 'Auditoría',
      corte,
    }
  }

  private write(hoja: Hoja, formato: FormatoPregunta): Promise<Buffer> {
    if (formato === 'csv') return Promise.resolve(toCsv(hoja))
    return formato === 'pdf' ? this.parts.documentos.pdf(toDocument(hoja)) : this.parts.documentos.workbook(toWorkbook(hoja), 'xlsx')
  }

  private async answer(tx: EntityManager, quien: Quien, { pregunta, desde, hasta, texto }: Pedido): Promise<Respuesta> {
    const contexto = await this.contexto(tx, { desde, hasta })
    const dada = await this.responders[pregunta](contexto, quien)
    const { simulacro } = contexto.proceso
    const alcance = alcanceEnPalabras(await readAlcance(tx), { simulacro, instante: contexto.instante })
    const respuesta = { ...dada, frases: [...dada.frases, ...alcance] }
    const words = searchWords(texto ?? '')
    if (words.length === 0) return respuesta
    const filas = respuesta.filas.filter(({ celdas }) => {
      const said = searchWords(celdas.join(' ')).join(' ')
      return words.every((word) => said.includes(word))
    })
    const hallados = `Con las palabras «${texto?.trim()}»: ${cuantos(filas.length, ['renglón', 'renglones'])} de ${respuesta.filas.length.toLocaleString('es-MX')}.`
    return { ...respuesta, filas, frases: [...respuesta.frases, hallados] }
  }

  private async contexto(tx: EntityManager, periodo: Periodo): Promise<Contexto> {
    const proceso = await this.parts.procesos.proceso(tx)
    const { id, zona } = proceso
    const { simulacro } = emisorOf(proceso)
    const toText = this.parts.lectura.instante()
    const iso = (en: Date | string) => (typeof en === 'string' ? en : en.toISOString())
    return {
      ...{ tx, periodo, proceso: { id, zona, simulacro }, hoy: this.deps.clock.today() },
      instante: (en) => toText(iso(en)),
      dia: (en) => localDay(Temporal.Instant.from(iso(en)), zona),
    }
  }

  private readonly responders: Record<ClavePregunta, Responder> = {
    sustituciones: (contexto) => responderSustituciones(contexto, this.parts.actividades),
    publico: (contexto) => responderPublico(contexto),
    reescritura: (contexto) => responderReescritura(contexto, { bitacora: this.parts.bitacora, firmas: this.deps.secretos.firmas }),
    lecturas: (contexto, quien) => responderLecturas(contexto, quien, this.parts.lectura),
    propias: (contexto, quien) => responderPropias(contexto, quien, this.parts.lectura),
    cuentas: (contexto) => responderCuentas(contexto, this.parts.cuentas),
    derechos: (contexto) => responderDerechos(contexto, this.parts.procesos),
    retiros: (contexto) => responderRetiros(contexto),
  }

  private async record(tx: EntityManager, quien: Quien, { acto, pedido, detalle }: Asiento): Promise<void> {
    const { id } = await this.parts.procesos.proceso(tx)
    const { pregunta, desde, hasta } = pedido
    const objeto = { tipo: 'proceso', id }
    await this.parts.acts.record(tx, quien, { acto, objeto, detalle: { pregunta: PREGUNTAS[pregunta].pregunta, desde, hasta, ...detalle } })
  }
}

interface Asiento {
  acto: 'auditoria.pregunta_leida' | 'auditoria.pregunta_exportada'
  pedido: Pedido
  detalle: { renglones: number }
}

/** Two days of one question, or two searches, are two files. */
function nameOf({ pregunta, desde, hasta, texto }: Pedido, { corte }: Hoja): string[] {
  const dias = [desde && `desde ${desde}`, hasta && `hasta ${hasta}`].flatMap((each) => each ?? [])
  return ['auditoria', pregunta, ...dias, ...(texto ? [texto] : []), `hecho ${corte.slice(0, 10)}`]
}

const MEDIOS: Record<FormatoPregunta, string> = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
}
