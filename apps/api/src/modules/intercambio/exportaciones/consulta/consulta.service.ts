import type { EntityManager } from 'typeorm'
import { enCifras, localMinute } from '@conoceles/domain'
import type { Acts } from '../../../bitacora/index.ts'
import type { CandidaturaDto, CandidaturasFilter, CandidaturasService, Pagina } from '../../../registro/index.ts'
import type { ProcesosService } from '../../../proceso/index.ts'
import { act, datosBloqueados, type Quien } from '../../../../shared/act.ts'
import { sha256 } from '../../../../shared/criptografia/canonical.ts'
import type { Deps } from '../../../../shared/deps.ts'
import type { Documentos } from '../../../../shared/documentos/documentos.ts'
import { AppError } from '../../../../shared/http/errors.ts'
import { filtrosEnPalabras } from './filtros.ts'
import { toWorkbook, type Consulta } from './libro.ts'
import { emisorOf, fileName, type Descarga } from '../listados/listados.service.ts'

interface Parts {
  acts: Acts
  procesos: ProcesosService
  candidaturas: CandidaturasService
  documentos: Documentos
  cuentas: { service: { findOwn(quien: Quien): Promise<{ nombre: string }> } }
}

/** A query: filters and order of the directory, and the name under which the account keeps them. */
export interface Pregunta {
  filter: CandidaturasFilter
  orden: Pagina['orden']
  vista: string | null
}

const PART = 500
const ORDENES: Record<Pagina['orden'], string> = {
  boleta: 'El de las boletas',
  validada: 'La que más espera desde que se validó',
  vence: 'La que vence primero',
  nombre: 'Por nombre, de la A a la Z',
  actor: 'Por actor político, de la A a la Z',
  captura: 'Por avance de la captura, la que menos lleva primero',
  '-boleta': 'El de las boletas, al revés',
  '-validada': 'La que se validó más recientemente',
  '-vence': 'La que vence al último',
  '-nombre': 'Por nombre, de la Z a la A',
  '-actor': 'Por actor político, de la Z a la A',
  '-captura': 'Por avance de la captura, la que más lleva primero',
}

/** Any query of the directory as a workbook: the account gets the rows that it may see, as the console shows them. */
export class ConsultasLibroService {
  /** Rows of one workbook: more would take longer than a connection waits. */
  readonly limite: number = 40_000

  constructor(
    private readonly deps: Deps,
    private readonly parts: Parts,
  ) {}

  /** In the bitácora before anybody has it. */
  async exportar(quien: Quien, pregunta: Pregunta): Promise<Descarga> {
    const { nombre: cuenta } = await this.parts.cuentas.service.findOwn(quien)
    const { consulta, procesoId } = await act(this.deps.databases, quien, async (tx) => ({
      consulta: await this.read(tx, quien, { ...pregunta, cuenta }),
      procesoId: (await this.parts.procesos.proceso(tx)).id,
    }))
    const contenido = await this.parts.documentos.workbook(toWorkbook(consulta), 'xlsx')
    const filtros = Object.entries(pregunta.filter).flatMap(([name, value]) => (value === null ? [] : [name]))
    await this.parts.acts.recordReading(quien, {
      acto: 'exportacion.consulta',
      objeto: { tipo: 'proceso', id: procesoId },
      detalle: { filtros, candidaturas: consulta.filas.length, sha256: sha256(contenido) },
    })
    const parts = ['consulta', pregunta.vista ?? 'candidaturas', localMinute(consulta.corte, this.deps.clock.zona)]
    return { nombre: `${fileName(parts)}.xlsx`, medio: XLSX, contenido }
  }

  private async read(tx: EntityManager, quien: Quien, { filter, orden, vista, cuenta }: Pregunta & { cuenta: string }): Promise<Consulta> {
    const { candidaturas, procesos } = this.parts
    const filas: CandidaturaDto[] = []
    let despues: string | null = null
    do {
      const page = await candidaturas.list(tx, quien, { filter, pagina: { orden, despues, limite: PART } })
      if (page.total > this.limite) throw this.tooMany(page.total)
      filas.push(...page.elementos)
      despues = page.siguiente
    } while (despues !== null)
    return {
      emisor: emisorOf(await procesos.proceso(tx)),
      filtros: await filtrosEnPalabras(tx, filter, procesos),
      orden: ORDENES[orden],
      corte: this.deps.clock.now().toString({ fractionalSecondDigits: 0 }),
      bloqueados: await datosBloqueados(tx),
      ...{ vista, cuenta, filas },
    }
  }

  private tooMany(total: number): AppError {
    const detail = `Son ${enCifras(total)} candidaturas y en un libro caben ${enCifras(this.limite)}. Use filtros y descárguelas por partes.`
    return new AppError('exportacion.demasiado_grande', { detail })
  }

  /** Names of the filters, and never their typed values: one may be the name of a persona. */
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
