import { ELECCIONES_CONSENTIMIENTO, MECANISMOS_CONSENTIMIENTO, REVISIONES_CONSENTIMIENTO } from '@conoceles/domain'
import { AcuseDto } from '../../bitacora/index.ts'
import { IdParamsDto } from '../../../shared/validacion/shared.dto.ts'
import {
  Archivo,
  Entero,
  Fecha,
  Instante,
  Lista,
  Logico,
  Objeto,
  Opcion,
  Opciones,
  Texto,
  Textos,
  Uuid,
} from '../../../shared/validacion/fields.ts'

export class OtorgarConsentimientoDto {
  @Uuid({ descripcion: 'Aviso de privacidad que la persona leyó: el vigente.' }) avisoId: string
  @Logico({ descripcion: 'Autoriza el tratamiento de sus datos de identidad.' }) tratamiento: boolean
  @Logico({ descripcion: 'Autoriza publicar que pertenece a un grupo.' }) publicacion: boolean
  @Logico({ descripcion: 'Autoriza el uso estadístico, sin nombre.' }) estadistica: boolean
}

export class DatosFormatoDto extends OtorgarConsentimientoDto {
  @Fecha({ descripcion: 'Fecha en que la persona lo firmó, como dice el formato.' }) firmadoEl: string
}

export class EntregarFormatoDto extends DatosFormatoDto {
  @Archivo({ descripcion: 'Formato firmado por la persona: PDF, JPG o PNG de hasta 5 MB.' }) formato: string
}

export class ConsentimientoDto {
  @Uuid({ descripcion: 'Identificador.' }) id: string
  @Uuid({ descripcion: 'Aviso de privacidad al que se refiere.' }) avisoId: string
  @Entero({ descripcion: 'Versión del aviso.' }) avisoVersion: number
  @Texto({ descripcion: 'SHA-256 del aviso.' }) avisoSha256: string
  @Logico({ descripcion: 'Autoriza el tratamiento.' }) tratamiento: boolean
  @Logico({ descripcion: 'Autoriza publicar.' }) publicacion: boolean
  @Logico({ descripcion: 'Autoriza el uso estadístico.' }) estadistica: boolean
  @Opcion(MECANISMOS_CONSENTIMIENTO, {
    descripcion:
      'Con la cuenta de la persona, con un formato firmado, o retirado por una solicitud escrita ante la Unidad de Transparencia.',
  })
  mecanismo: (typeof MECANISMOS_CONSENTIMIENTO)[number]
  @Opcion(REVISIONES_CONSENTIMIENTO, {
    descripcion: 'Revisión del formato por el instituto; la decisión con cuenta propia no la requiere.',
  })
  revision: (typeof REVISIONES_CONSENTIMIENTO)[number]
  @Texto({ descripcion: 'Por qué se rechazó.', nulo: true }) revisionRazon: string | null
  @Texto({ descripcion: 'Supuesto por el que se rechazó.', nulo: true }) supuestoTexto: string | null
  @Texto({ descripcion: 'Cómo se subsana; nulo si no se dijo.', nulo: true }) comoSubsanar: string | null
  @Instante({ descripcion: 'Cuándo se recibió.' }) otorgadoEn: string
  @Fecha({ descripcion: 'Fecha de firma que dice el formato.', nulo: true }) firmadoEl: string | null
  @Fecha({ descripcion: 'Cuándo recibió el instituto la solicitud de retirarlo.', nulo: true }) recibidaEl: string | null
  @Texto({ descripcion: 'Motivo de la solicitud; sólo lo ven la persona y la Unidad de Transparencia.', nulo: true }) motivo: string | null
  @Texto({ descripcion: 'Folio de su acuse.', nulo: true }) folio: string | null
  @Logico({ descripcion: 'Si se guarda el papel con que se hizo: el formato firmado o la solicitud.' }) conDocumento: boolean
}

export class ConsentimientosDto {
  @Objeto(() => ConsentimientoDto, { descripcion: 'El que rige.', nulo: true }) actual: ConsentimientoDto | null
  @Opciones(ELECCIONES_CONSENTIMIENTO, {
    descripcion: 'Decisiones que el aviso en vigor vuelve a pedir, porque cambiaron sus finalidades.',
  })
  porRenovar: string[]
  @Lista(() => ConsentimientoDto, { descripcion: 'Todos, del más reciente al más antiguo.' }) historial: ConsentimientoDto[]
  @Textos({ descripcion: 'Lo que la persona puede retirar ahora.', ejemplo: [...ELECCIONES_CONSENTIMIENTO] }) revocables: string[]
}

export class ConsentimientoOtorgadoDto extends ConsentimientoDto {
  @Objeto(() => AcuseDto, { descripcion: 'Acuse.' }) acuse: AcuseDto
}

const REVOCA = 'Si la persona lo retira.'

export class RetirarConsentimientoDto {
  @Uuid({ descripcion: 'Consentimiento que rige, como lo leyó quien registra.' }) consentimientoId: string
  @Logico({ descripcion: `Tratamiento de sus datos de identidad. ${REVOCA}` }) tratamiento: boolean
  @Logico({ descripcion: `Publicación. ${REVOCA}` }) publicacion: boolean
  @Logico({ descripcion: `Uso estadístico. ${REVOCA}` }) estadistica: boolean
}

export class DatosRevocacionDto extends RetirarConsentimientoDto {
  @Fecha({ descripcion: 'Cuándo recibió el instituto la solicitud.' }) recibidaEl: string
  @Texto({ descripcion: 'Motivo, como lo dice la solicitud.', min: 5, max: 500 }) motivo: string
}

export class RevocarConsentimientoDto extends DatosRevocacionDto {
  @Archivo({ descripcion: 'Solicitud escrita de la persona: PDF, JPG o PNG de hasta 5 MB.' }) solicitud: string
}

export class RevocacionParamsDto extends IdParamsDto {
  @Uuid({ descripcion: 'La revocación.' }) revocacion: string
}

export class RevisarConsentimientoDto {
  @Logico({ descripcion: 'Si el formato firmado se acepta.' }) aceptado: boolean
  @Texto({ descripcion: 'Clave del supuesto por el que se rechaza, de los que son de un formato.', opcional: true, max: 60 })
  supuesto?: string
  @Texto({ descripcion: 'Por qué se rechaza.', opcional: true, min: 5, max: 500 }) razon?: string
}

export class FormatoQueryDto {
  @Uuid({ descripcion: 'Consentimiento cuyo formato se pide; sin él, el último.', opcional: true }) consentimiento?: string
}
