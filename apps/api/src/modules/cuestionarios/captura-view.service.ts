import { IsNull, type EntityManager } from 'typeorm'
import { faltantesDe, seccionesDe } from '@conoceles/cuestionarios'
import { puede, razonesContraCapturarIdentidad, razonesContraCapturarSeccion, plazoCaptura, type SupuestoPack } from '@conoceles/domain'
import { findConsentimiento } from '../consentimientos/index.ts'
import type { ProcesosService } from '../procesos/index.ts'
import type { Quien } from '../../shared/act.ts'
import { toIso } from '../../shared/clock.ts'
import type { Deps } from '../../shared/deps.ts'
import { AppError } from '../../shared/errors.ts'
import type { CapturaDto, FotografiaCapturaDto, ObservacionDto, SeccionCapturaDto } from './captura.dto.ts'
import { findCaptura, type CapturaRow } from './captura.queries.ts'
import { pick, type CapturaService, type CapturaServices } from './captura.service.ts'
import { Observacion } from './observacion.entity.ts'
import { Seccion } from './seccion.entity.ts'
import type { Vigente } from './vigentes.ts'

interface ReadContext {
  quien: Quien
  captura: CapturaRow
  secciones: Seccion[]
  observaciones: Observacion[]
  supuestos: SupuestoPack[]
  tratamiento: boolean | null
}

/** The captura of one candidatura as the console shows it. */
export class CapturaViewService {
  constructor(
    private readonly deps: Deps,
    private readonly services: CapturaServices & { captura: CapturaService; procesos: ProcesosService },
  ) {}

  async read(tx: EntityManager, quien: Quien, id: string): Promise<CapturaDto> {
    const captura = await findCaptura(tx, id, 'read')
    if (!captura) throw new AppError('ruta.no_existe')
    const vigentes = await this.services.vigentes.list(tx)
    const consentimiento = await findConsentimiento(tx, id)
    const context: ReadContext = {
      quien,
      captura,
      secciones: await tx.findBy(Seccion, { candidaturaId: id }),
      observaciones: await tx.findBy(Observacion, { candidaturaId: id, cerradaEn: IsNull() }),
      supuestos: (await this.services.procesos.proceso(tx)).catalogos.supuestos,
      tratamiento: consentimiento && consentimiento.revision !== 'rechazada' ? consentimiento.tratamiento : null,
    }
    const secciones = []
    for (const vigente of vigentes) secciones.push(...(await this.readCuestionario(tx, vigente, context)))
    await this.recordReading(tx, context, secciones)
    return {
      candidaturaId: id,
      version: captura.version,
      cuestionarios: vigentes.map(({ row }) => ({ tipo: row.tipo, version: row.version })),
      secciones,
      fotografia: await findFotografia(tx, id),
      consentimiento,
      ...plazoCaptura(captura.capturaVence, { zona: captura.zona, ahora: this.deps.clock.now() }),
    }
  }

  /** Whoever of the institute reads identity answers leaves a trace: who, when, of whom. */
  private async recordReading(tx: EntityManager, { quien, captura }: ReadContext, secciones: SeccionCapturaDto[]): Promise<void> {
    const read = secciones.some(({ cuestionario, respuestas }) => cuestionario === 'identidad' && Object.keys(respuestas).length > 0)
    if (!read || quien.rol !== 'verificacion') return
    await this.services.bitacora.registrar(tx, {
      acto: 'identidad.leida',
      cuentaId: quien.cuentaId,
      rol: quien.rol,
      objeto: { tipo: 'candidatura', id: captura.id },
      detalle: { motivo: 'revisión de lo validado' },
      requestId: quien.requestId,
    })
  }

  private async readCuestionario(tx: EntityManager, vigente: Vigente, context: ReadContext): Promise<SeccionCapturaDto[]> {
    const { captura, secciones } = context
    const identidad = vigente.row.tipo === 'identidad'
    const todas = await this.services.captura.allAnswers(tx, { captura, vigente, secciones })
    const verificadas = identidad ? await this.services.identidad.readVerificadas(tx, captura.id) : null
    return seccionesDe(vigente.compiled).map(({ clave, titulo, campos }) => {
      const row = secciones.find((seccion) => seccion.cuestionarioId === vigente.row.id && seccion.clave === clave)
      const respuestas = pick(todas, campos)
      const razones = this.reasons(context, vigente, row)
      return {
        cuestionario: vigente.row.tipo,
        clave,
        titulo,
        respuestas,
        ...stateOf(row),
        verificadas: row?.verificadaEn ? pick(verificadas ?? row.verificadas ?? {}, campos) : null,
        faltantes: faltantesDe(vigente.compiled, clave, respuestas, todas),
        observacion: toObservacion(context, vigente.row.tipo, clave),
        editable: razones.length === 0,
        razones,
      }
    })
  }

  private reasons({ quien, captura, tratamiento }: ReadContext, vigente: Vigente, row: Seccion | undefined): string[] {
    return [
      ...(puede(quien.rol, 'captura.capturar') ? [] : ['Su cuenta no captura.']),
      ...razonesContraCapturarSeccion(this.services.captura.stateOf(captura), row?.estatus ?? 'vacia'),
      ...(vigente.row.tipo === 'identidad' ? razonesContraCapturarIdentidad(tratamiento) : []),
    ]
  }
}

function stateOf(row: Seccion | undefined): Pick<SeccionCapturaDto, 'estatus' | 'version' | 'guardadaEn'> {
  if (!row) return { estatus: 'vacia', version: 0, guardadaEn: null }
  return { estatus: row.estatus, version: row.version, guardadaEn: toIso(row.guardadaEn) }
}

function toObservacion({ observaciones, supuestos }: ReadContext, cuestionario: string, clave: string): ObservacionDto | null {
  const open = observaciones.find((row) => row.cuestionario === cuestionario && row.seccion === clave)
  if (!open) return null
  const supuestoTexto = supuestos.find((supuesto) => supuesto.clave === open.supuesto)?.texto ?? open.supuesto
  return { supuesto: open.supuesto, supuestoTexto, texto: open.texto, creadaEn: toIso(open.creadaEn) }
}

async function findFotografia(tx: EntityManager, candidaturaId: string): Promise<FotografiaCapturaDto | null> {
  const [row] = (await tx.query(
    `select sha256, texto_alternativo as "textoAlternativo", tomada_en::text as "tomadaEn", guardada_en as "guardadaEn",
       verificada_en is not null as verificada from captura.fotografia where candidatura_id = $1 and retirada_en is null`,
    [candidaturaId],
  )) as (Omit<FotografiaCapturaDto, 'guardadaEn'> & { guardadaEn: Date })[]
  return row ? { ...row, guardadaEn: toIso(row.guardadaEn) } : null
}
