import type { FiltroPlazos } from '@conoceles/domain'
import type { Acts } from '../../bitacora/index.ts'
import type { ProcesosService } from '../../proceso/index.ts'
import { act, type Quien } from '../../../shared/act.ts'
import { sha256 } from '../../../shared/criptografia/canonical.ts'
import type { Deps } from '../../../shared/deps.ts'
import type { Documentos } from '../../../shared/documentos/documentos.ts'
import type { ActividadesService } from './actividades.service.ts'
import { toWorkbook } from './calendario-libro.ts'

interface Parts {
  acts: Acts
  procesos: ProcesosService
  actividades: ActividadesService
  documentos: Documentos
}

/** Table of the calendar as a workbook, with the operator's filters. */
export class CalendarioLibroService {
  constructor(
    private readonly deps: Deps,
    private readonly parts: Parts,
  ) {}

  /** Read in one moment, written apart, and in the bitácora before anybody has it. */
  async exportar(quien: Quien, filtro: FiltroPlazos): Promise<{ nombre: string; contenido: Buffer }> {
    const { libro, procesoId } = await act(this.deps.databases, quien, async (tx) => {
      const { id, institutoNombre, nombre, simulacro, zona } = await this.parts.procesos.proceso(tx)
      const tablero = await this.parts.actividades.tablero(tx)
      return { procesoId: id, libro: { tablero, filtro, instituto: institutoNombre, proceso: nombre, simulacro, zona } }
    })
    const contenido = await this.parts.documentos.workbook(toWorkbook(libro), 'xlsx')
    await this.parts.acts.recordReading(quien, {
      acto: 'exportacion.calendario',
      objeto: { tipo: 'proceso', id: procesoId },
      detalle: { filtros: Object.keys(filtro), corte: libro.tablero.en, sha256: sha256(contenido) },
    })
    return { nombre: `calendario-ine-${libro.tablero.hoy}.xlsx`, contenido }
  }
}
