import { randomUUID } from 'node:crypto'
import { IsNull } from 'typeorm'
import { cleanLine } from '@conoceles/domain'
import { AppError } from '../../../shared/http/errors.ts'
import { ContenidoSenalado } from './contenido-senalado.entity.ts'
import type { ActoEntregableDto, ContenidoEntregableDto, QuitarSenalDto, SenalarContenidoDto, TrabajoDto } from './entregables.dto.ts'
import { assert, assertFields, wrongIf, type EntregablesService, type Envio } from './entregables.service.ts'
import { resolveVersion } from './versiones.service.ts'

/** Places of the minimum contents. */
export class ContenidosService {
  constructor(private readonly entregables: EntregablesService) {}

  /** Notes a new place; earlier ones stay in the record. */
  senalar(envio: Envio, body: SenalarContenidoDto): Promise<ActoEntregableDto> {
    const { contenido, version } = body
    const lugar = cleanLine(body.lugar)
    return this.entregables.perform(envio, { acto: 'entregable.contenido_senalado', contenido: { ...body } }, async (tx, turno) => {
      const { quien, procesoId, trabajo, folio, ahora } = turno
      assertFields(wrongIf(lugar === '', 'lugar', 'No puede quedar vacío.'))
      findContenido(trabajo, contenido)
      const versionId = await resolveVersion(tx, turno, version)
      const place = { procesoId, entregable: trabajo.clave, contenido }
      const left = { quitadoEn: ahora, quitadoPor: quien.cuentaId, quitadoMotivo: 'Se señaló de nuevo.' }
      await tx.update(ContenidoSenalado, { ...place, quitadoEn: IsNull() }, left)
      const stamp = { folio, registradoEn: ahora, registradoPor: quien.cuentaId, rol: quien.rol }
      await tx.insert(ContenidoSenalado, { ...place, ...stamp, id: randomUUID(), lugar, versionId })
      return { contenido, version, folio }
    })
  }

  quitar(envio: Envio, { contenido, motivo }: QuitarSenalDto): Promise<ActoEntregableDto> {
    const call = { acto: 'entregable.contenido_quitado' as const, contenido: { contenido, motivo } }
    return this.entregables.perform(envio, call, async (tx, { quien, procesoId, trabajo, ahora, folio }) => {
      assert(findContenido(trabajo, contenido).senal ? [] : ['Ese contenido no está señalado.'])
      const left = { quitadoEn: ahora, quitadoPor: quien.cuentaId, quitadoMotivo: cleanLine(motivo) }
      await tx.update(ContenidoSenalado, { procesoId, entregable: trabajo.clave, contenido, quitadoEn: IsNull() }, left)
      return { contenido, folio }
    })
  }
}

function findContenido({ contenidos }: TrabajoDto, texto: string): ContenidoEntregableDto {
  const found = contenidos.find((each) => each.texto === texto)
  if (!found) throw new AppError('ruta.no_existe')
  return found
}
