import { DECISIONES_CONSENTIMIENTO, MECANISMOS_CONSENTIMIENTO, REVISIONES_CONSENTIMIENTO } from '@conoceles/domain'
import { AcuseDto } from '../bitacora/index.ts'
import { Archivo, Instante, Lista, Logico, Objeto, Opcion, Opciones, Texto, Uuid } from '../../shared/fields.ts'

export class OtorgarConsentimientoDto {
  @Uuid({ descripcion: 'Aviso de privacidad que la persona leyó: el vigente.' }) avisoId: string
  @Logico({ descripcion: 'Autoriza el tratamiento de sus datos de identidad.' }) tratamiento: boolean
  @Logico({ descripcion: 'Autoriza publicar que pertenece a un grupo.' }) publicacion: boolean
  @Logico({ descripcion: 'Autoriza el uso estadístico, sin nombre.' }) estadistica: boolean
}

export class EntregarFormatoDto extends OtorgarConsentimientoDto {
  @Archivo({ descripcion: 'Formato firmado por la persona: PDF, JPG o PNG de hasta 5 MB.' }) formato: string
}

export class ConsentimientoDto {
  @Uuid({ descripcion: 'Identificador.' }) id: string
  @Uuid({ descripcion: 'Aviso de privacidad al que se refiere.' }) avisoId: string
  @Texto({ descripcion: 'SHA-256 del aviso.' }) avisoSha256: string
  @Logico({ descripcion: 'Autoriza el tratamiento.' }) tratamiento: boolean
  @Logico({ descripcion: 'Autoriza publicar.' }) publicacion: boolean
  @Logico({ descripcion: 'Autoriza el uso estadístico.' }) estadistica: boolean
  @Opcion(MECANISMOS_CONSENTIMIENTO, { descripcion: 'Con la cuenta de la persona o con un formato firmado.' }) mecanismo: string
  @Opcion(REVISIONES_CONSENTIMIENTO, {
    descripcion: 'Revisión del formato por el instituto; la decisión con cuenta propia no la requiere.',
  })
  revision: string
  @Texto({ descripcion: 'Por qué se rechazó.', nulo: true }) revisionRazon: string | null
  @Instante({ descripcion: 'Cuándo se recibió.' }) otorgadoEn: string
}

export class ConsentimientosDto {
  @Objeto(() => ConsentimientoDto, { descripcion: 'El que rige.', nulo: true }) actual: ConsentimientoDto | null
  @Opciones(DECISIONES_CONSENTIMIENTO, {
    descripcion: 'Decisiones que el aviso en vigor vuelve a pedir, porque cambiaron sus finalidades.',
  })
  porRenovar: string[]
  @Lista(() => ConsentimientoDto, { descripcion: 'Todos, del más reciente al más antiguo.' }) historial: ConsentimientoDto[]
}

export class ConsentimientoOtorgadoDto extends ConsentimientoDto {
  @Objeto(() => AcuseDto, { descripcion: 'Acuse.' }) acuse: AcuseDto
}

export class RevisarConsentimientoDto {
  @Logico({ descripcion: 'Si el formato firmado se acepta.' }) aceptado: boolean
  @Texto({ descripcion: 'Por qué se rechaza.', opcional: true, min: 5, max: 500 }) razon?: string
}
