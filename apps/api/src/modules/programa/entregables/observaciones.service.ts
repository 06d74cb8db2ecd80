import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { cleanLine, puede } from '@conoceles/domain'
import { AppError, type FieldError } from '../../../shared/http/errors.ts'
import type {
  ActoEntregableDto,
  ObservacionEntregableDto,
  RegistrarObservacionDto,
  ResponderObservacionDto,
  TrabajoDto,
} from './entregables.dto.ts'
import { assert, assertFields, FUTURO, wrongIf, type EntregablesService, type Envio } from './entregables.service.ts'
import { ObservacionEntregable } from './observacion-entregable.entity.ts'
import { RespuestaEntregable } from './respuesta-entregable.entity.ts'
import { resolveVersion } from './versiones.service.ts'

/** Organ whose members observe, and who acted in it on a day. Empty: the directory of that day names nobody. */
export interface QuienesObservan {
  organo: string
  nombres: string[]
}

/** Observaciones of each member in the reunión de trabajo, and the answers. */
export class ObservacionesService {
  constructor(
    private readonly entregables: EntregablesService,
    private readonly quienes: (tx: EntityManager, dia: string) => Promise<QuienesObservan | null>,
  ) {}

  registrar(envio: Envio, body: RegistrarObservacionDto): Promise<ActoEntregableDto> {
    const { sinObservaciones, fecha } = body
    const integrante = cleanLine(body.integrante)
    const cargo = cleanLine(body.cargo)
    const lugar = cleanLine(body.lugar ?? '')
    const texto = (body.texto ?? '').trim()
    return this.entregables.perform(envio, { acto: 'entregable.observacion_registrada', contenido: { ...body } }, async (tx, turno) => {
      const { quien, procesoId, trabajo, folio, ahora, hoy } = turno
      assertFields([
        ...(integrante.length < 3
          ? wrongIf(true, 'integrante', 'Es demasiado corto.')
          : againstQuien(await this.quienes(tx, fecha), integrante)),
        ...wrongIf(cargo.length < 3, 'cargo', 'Es demasiado corto.'),
        ...wrongIf(fecha > hoy, 'fecha', FUTURO),
        ...wrongIf(!sinObservaciones && texto === '', 'texto', 'Escriba qué se observa, o diga que no hay observaciones.'),
        ...wrongIf(sinObservaciones && texto !== '', 'texto', 'Si no hay observaciones, no se escribe ninguna.'),
      ])
      const said = { integrante, sinObservaciones, lugar, texto }
      assert(razonesContraRegistrar(trabajo, said))
      const id = randomUUID()
      await tx.insert(ObservacionEntregable, {
        ...{ id, procesoId, entregable: trabajo.clave, integrante, cargo, sinObservaciones, fecha, folio },
        ...(sinObservaciones ? { lugar: null, texto: null } : { lugar: lugar || null, texto }),
        ...{
          registradaEn: ahora,
          registradaPor: quien.cuentaId,
          rol: quien.rol,
          retiradaEn: null,
          retiradaPor: null,
          retiradaMotivo: null,
        },
      })
      return { observacion: id, sinObservaciones, folio }
    })
  }

  responder(envio: Envio, id: string, body: ResponderObservacionDto): Promise<ActoEntregableDto> {
    const { version = null, anterior } = body
    const texto = body.texto.trim()
    const call = { acto: 'entregable.observacion_respondida' as const, contenido: { observacion: id, ...body } }
    return this.entregables.perform(envio, call, async (tx, turno) => {
      const { quien, trabajo, folio, ahora } = turno
      const observacion = findObservacion(trabajo, id)
      assert([
        ...(observacion.retiro ? ['La observación se retiró.'] : []),
        ...(observacion.sinObservaciones ? ['No hay nada que responder: no tuvo observaciones.'] : []),
      ])
      const [newest] = observacion.respuestas
      if ((newest?.id ?? null) !== anterior) throw new AppError('entregable.respuesta_distinta', { actual: newest })
      assertFields(wrongIf(texto.length < 3, 'texto', 'Es demasiado corto.'))
      const versionId = version === null ? null : await resolveVersion(tx, turno, version)
      const sentido = body.sentido
      const stamp = { folio, registradaEn: ahora, registradaPor: quien.cuentaId, rol: quien.rol }
      await tx.insert(RespuestaEntregable, { ...stamp, id: randomUUID(), observacionId: id, sentido, texto, versionId })
      return { observacion: id, sentido, version, folio }
    })
  }

  /** Only for the account that registered it, and for the secretaría. */
  retirar(envio: Envio, id: string, motivo: string): Promise<ActoEntregableDto> {
    const call = { acto: 'entregable.observacion_retirada' as const, contenido: { observacion: id, motivo } }
    return this.entregables.perform(envio, call, async (tx, { quien, trabajo, ahora, folio }) => {
      const { propia, retiro } = findObservacion(trabajo, id)
      if (!propia && !puede(quien.rol, 'entregables.administrar')) throw new AppError('acceso.sin_permiso')
      assert(retiro ? ['Esa observación ya se retiró.'] : [])
      await tx.update(ObservacionEntregable, { id }, { retiradaEn: ahora, retiradaPor: quien.cuentaId, retiradaMotivo: cleanLine(motivo) })
      return { observacion: id, folio }
    })
  }
}

/** Only members observe: those whose charge was in force on that day, where the directory knows them. */
function againstQuien(quienes: QuienesObservan | null, integrante: string): FieldError[] {
  const { organo, nombres } = quienes ?? { organo: '', nombres: [] }
  const known = nombres.length === 0 || nombres.some((nombre) => nombre.toLowerCase() === integrante.toLowerCase())
  return wrongIf(!known, 'integrante', `No integraba ese día: ${organo}. Elija a quien tenía el cargo, o corrija la fecha.`)
}

/** A member who had no observaciones cannot add one, until that record is withdrawn. */
function razonesContraRegistrar(
  { observaciones }: TrabajoDto,
  { integrante, sinObservaciones, lugar, texto }: { integrante: string; sinObservaciones: boolean; lugar: string; texto: string },
): string[] {
  const own = observaciones.filter((each) => each.retiro === null && each.integrante.toLowerCase() === integrante.toLowerCase())
  if (own.some((each) => each.texto === texto && (each.lugar ?? '') === lugar)) return [`Ya consta esa misma observación de ${integrante}.`]
  if (own.some((each) => each.sinObservaciones)) return [`Ya consta que ${integrante} no tuvo observaciones; retire primero eso.`]
  return sinObservaciones && own.length > 0 ? [`Ya constan observaciones de ${integrante}; retírelas primero.`] : []
}

function findObservacion({ observaciones }: TrabajoDto, id: string): ObservacionEntregableDto {
  const found = observaciones.find((each) => each.id === id)
  if (!found) throw new AppError('ruta.no_existe')
  return found
}
