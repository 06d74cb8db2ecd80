import { randomUUID } from 'node:crypto'
import { IsNull, type EntityManager } from 'typeorm'
import { Temporal } from 'temporal-polyfill'
import { cleanLine, seRegistra, type Actos, type ClaseSesion, type Milestone, type Rol } from '@conoceles/domain'
import type { PasoDto } from '../actividades/index.ts'
import type { Acto as ActoBitacora } from '../../bitacora/index.ts'
import { findDocumentos } from '../../registro/index.ts'
import type { Quien } from '../../../shared/act.ts'
import { toDate, type Clock } from '../../../shared/clock.ts'
import { AppError } from '../../../shared/http/errors.ts'
import type { ActoEntregableDto, RegistrarPasoDto, TrabajoDto } from './entregables.dto.ts'
import { assert, assertFields, FUTURO, wrongIf, type Cambio, type EntregablesService, type Envio } from './entregables.service.ts'
import { PasoRegistrado } from './paso-registrado.entity.ts'

export interface PasoHecho {
  clave: string
  /** Clave of the step in its chain. */
  paso: string
  ocurridoEn: string
  referencia: string
  sinObservaciones: boolean
  documentoId: string | null
}

/** The steps of the chain that have their own evidence: convocatorias, the reunión de trabajo, the analysis. */
export class PasosService {
  constructor(
    private readonly entregables: EntregablesService,
    private readonly clock: Clock,
  ) {}

  hecho(envio: Envio, paso: string, body: RegistrarPasoDto): Promise<ActoEntregableDto> {
    const { ocurridoEn, sinObservaciones = false, documentoId = null } = body
    const hecho = { clave: envio.clave, paso, ocurridoEn, referencia: cleanLine(body.referencia), sinObservaciones, documentoId }
    return this.entregables.perform(envio, toActo(hecho), registrar(hecho))
  }

  /** The same inside the transaction of another act: a sesión whose convocatoria names the entregable. */
  pasoHechoIn(tx: EntityManager, quien: Quien, hecho: PasoHecho): Promise<ActoEntregableDto> {
    return this.entregables.performIn(tx, { quien, clave: hecho.clave, ...toActo(hecho) }, registrar(hecho))
  }

  anular(envio: Envio, paso: string, motivo: string): Promise<ActoEntregableDto> {
    const call = { acto: 'entregable.paso_anulado' as const, contenido: { paso, motivo } }
    return this.entregables.perform(envio, call, async (tx, { quien, procesoId, trabajo, ahora, folio }) => {
      findPaso(trabajo, paso)
      assert(isRegistered(trabajo, paso) ? [] : ['No hay nada que anular.'])
      const changes = { anuladoEn: ahora, anuladoPor: quien.cuentaId, anuladoMotivo: cleanLine(motivo) }
      await tx.update(PasoRegistrado, { procesoId, entregable: trabajo.clave, paso, anuladoEn: IsNull() }, changes)
      return { paso, folio }
    })
  }

  /** A sesión or a reunión de trabajo of the Comisión was convened: the step is done for each entregable of its agenda where it was not. */
  async convocados(tx: EntityManager, acto: ActoBitacora<'sesion.convocada'>): Promise<void> {
    const detalle = { ...this.defaults(), ...acto.detalle }
    const tipo = acto.detalle.tipo === REUNION ? 'convocatoria_reunion' : 'convocatoria_sesion'
    const { convocadaEn: ocurridoEn, referencia, documento: documentoId, organo, entregables } = detalle
    await this.hechos(tx, acto, { tipo, organo, entregables, ocurridoEn, referencia, documentoId })
  }

  /** The reunión de trabajo was held: whoever takes part observes, or has said that she observes nothing. */
  async celebrados(tx: EntityManager, acto: ActoBitacora<'sesion.celebrada'>): Promise<void> {
    const { tipo, organo, entregables = [], terminadaEn, sesion = 'Reunión de trabajo' } = acto.detalle
    if (tipo !== REUNION || terminadaEn === undefined) return
    const hechos = { organo, entregables, ocurridoEn: terminadaEn, referencia: sesion, documentoId: null }
    await this.hechos(tx, acto, { ...hechos, tipo: 'observaciones' })
  }

  private async hechos(
    tx: EntityManager,
    acto: ActoBitacora<'sesion.convocada' | 'sesion.celebrada'>,
    hechos: PasosDeSesion,
  ): Promise<void> {
    const { tipo, organo, entregables, ...hecho } = hechos
    if (organo !== COMISION) return
    const quien = quienOf(acto)
    for (const clave of entregables) {
      const trabajo = await this.entregables.find(tx, quien, clave)
      const paso = trabajo.pasos.find((each) => each.tipo === tipo)
      if (paso && !isRegistered(trabajo, paso.clave))
        await this.pasoHechoIn(tx, quien, { ...hecho, sinObservaciones: false, clave, paso: paso.clave })
    }
  }

  /** Without an organ it is of the Comisión, without an hour it is convened now. */
  private defaults(): Convocatoria {
    const convocadaEn = this.clock.now().toString()
    return { entregables: [], organo: COMISION, convocadaEn, referencia: 'Convocatoria a sesión', documento: null }
  }
}

const COMISION = 'comision' satisfies Milestone
const REUNION = 'reunion_trabajo' satisfies ClaseSesion

interface PasosDeSesion extends Pick<PasoHecho, 'ocurridoEn' | 'referencia' | 'documentoId'> {
  tipo: PasoDto['tipo']
  organo: string
  entregables: readonly string[]
}

type Convocatoria = Required<Pick<Actos['sesion.convocada'], 'entregables' | 'organo' | 'convocadaEn' | 'referencia'>> & {
  documento: string | null
}

function quienOf({ cuentaId, rol, requestId }: ActoBitacora): Quien {
  const nobody = { actorPoliticoId: null, candidaturaId: null }
  return { ...nobody, cuentaId: cuentaId as string, rol: rol as Rol, requestId: requestId ?? '' }
}

function toActo({ clave: _clave, ...contenido }: PasoHecho) {
  return { acto: 'entregable.paso_hecho' as const, contenido }
}

function registrar({ paso, ...hecho }: PasoHecho): Cambio<'entregable.paso_hecho'> {
  return async (tx, { quien, procesoId, trabajo, folio, ahora }) => {
    const { ocurridoEn, referencia, sinObservaciones, documentoId } = hecho
    const { tipo } = findPaso(trabajo, paso)
    const en = toDate(Temporal.Instant.from(ocurridoEn))
    const documentos = await findDocumentos(tx, [documentoId])
    assertFields([
      ...wrongIf(en > ahora, 'ocurridoEn', FUTURO),
      ...wrongIf(referencia.length < 3, 'referencia', 'Es demasiado corto.'),
      ...wrongIf(documentoId !== null && !documentos.has(documentoId), 'documentoId', 'No existe ese documento.'),
      ...wrongIf(sinObservaciones && tipo !== 'observaciones', 'sinObservaciones', 'Sólo se dice de la reunión de trabajo.'),
    ])
    const some = trabajo.observaciones.some((each) => each.retiro === null && !each.sinObservaciones)
    assert([
      ...(isRegistered(trabajo, paso) ? ['Ya consta como hecho; para cambiarlo, anule primero lo anterior.'] : []),
      ...(sinObservaciones && some ? ['Hay observaciones registradas: no se puede decir que no las hubo.'] : []),
    ])
    const stamp = { folio, registradoEn: ahora, registradoPor: quien.cuentaId, rol: quien.rol }
    const row = { procesoId, entregable: trabajo.clave, paso, ocurridoEn: en, referencia, sinObservaciones, documentoId }
    await tx.insert(PasoRegistrado, { ...row, ...stamp, id: randomUUID() })
    return { paso, ocurridoEn, documento: documentoId, folio }
  }
}

function findPaso({ pasos }: TrabajoDto, clave: string): PasoDto {
  const found = pasos.find((paso) => paso.clave === clave && seRegistra(paso.tipo))
  if (!found) throw new AppError('ruta.no_existe')
  return found
}

function isRegistered({ registros }: TrabajoDto, paso: string): boolean {
  return registros.some((each) => each.paso === paso)
}
