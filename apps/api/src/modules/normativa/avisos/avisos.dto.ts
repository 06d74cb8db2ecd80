import { ACTOS_AVISO, CONFIANZAS, ELECCIONES_CONSENTIMIENTO, ESTATUS_AVISO, TIPOS_AVISO, type Finalidad } from '@conoceles/domain'
import { ExcepcionDto, PropuestaExcepcionDto } from '../../programa/aprobaciones/index.ts'
import { BorradorLeidoDto } from '../borradores/index.ts'
import { AcuseDto } from '../../bitacora/index.ts'
import { AprobacionAvisoDto } from '../../captura/avisos/index.ts'
import { AccionDto } from '../../registro/index.ts'
import { Entero, Fecha, Instante, Lista, Logico, Objeto, Opcion, Opciones, Texto, Textos, Uuid } from '../../../shared/validacion/fields.ts'

const MAX_TEXTO = 60_000
const MAX_FINALIDAD = 500

export class FinalidadDto {
  @Texto({ descripcion: 'Clave.', patron: /^[a-z0-9-]{1,60}$/, ejemplo: 'estadistica' }) clave: string
  @Texto({ descripcion: 'Para qué se usan los datos.', max: MAX_FINALIDAD }) texto: string
  @Opcion(ELECCIONES_CONSENTIMIENTO, { descripcion: 'Decisión de la que depende; nulo: no necesita consentimiento.', nulo: true })
  decision: Finalidad['decision']
  @Texto({ descripcion: 'Lo que se aclara junto a si necesita consentimiento.', max: MAX_FINALIDAD }) detalle: string
}

export class LeyAvisoDto {
  @Texto({ descripcion: 'Clave.' }) clave: string
  @Texto({ descripcion: 'Nombre.' }) nombre: string
  @Texto({ descripcion: 'Día de su publicación, en palabras.', ejemplo: '26 de enero de 2017' }) identifica: string
  @Texto({ descripcion: 'De dónde se tomó.' }) fuente: string
  @Opcion(CONFIANZAS, { descripcion: 'Qué tan seguro es.' }) confianza: (typeof CONFIANZAS)[number]
}

export class LeyAvisoCompletaDto extends LeyAvisoDto {
  @Texto({ descripcion: 'Sus artículos sobre el aviso y el consentimiento.' }) articulos: string
  @Texto({ descripcion: 'Ante quién se reclama.' }) autoridadGarante: string
  @Fecha({ descripcion: 'Primer día en que rigió.' }) desde: string
  @Fecha({ descripcion: 'Último día; nulo: sigue rigiendo.', nulo: true }) hasta: string | null
}

export class VersionAvisoDto {
  @Uuid({ descripcion: 'Versión.' }) id: string
  @Entero({ descripcion: 'Número.' }) version: number
  @Fecha({ descripcion: 'Desde qué día rige.' }) vigenteDesde: string
  @Logico({ descripcion: 'Si es la que rige hoy.' }) rige: boolean
  @Objeto(() => AprobacionAvisoDto, { descripcion: 'Aprobación.' }) aprobacion: AprobacionAvisoDto
  @Objeto(() => LeyAvisoDto, { descripcion: 'Ley que regía en su primer día.', nulo: true }) ley: LeyAvisoDto | null
  @Texto({ descripcion: 'SHA-256 de ambos textos.' }) sha256: string
  @Instante({ descripcion: 'Cuándo se publicó; nulo si llegó con el proceso.', nulo: true }) publicadoEn: string | null
  @Opciones(ELECCIONES_CONSENTIMIENTO, { descripcion: 'Decisiones que volvió a pedir a quienes consintieron bajo la versión anterior.' })
  porRenovar: string[]
}

export class VersionAvisoCompletaDto extends VersionAvisoDto {
  @Texto({ descripcion: 'Aviso integral, en Markdown.', max: MAX_TEXTO }) integral: string
  @Texto({ descripcion: 'Aviso simplificado, en Markdown.', max: MAX_TEXTO }) simplificado: string
  @Lista(() => FinalidadDto, { descripcion: 'Finalidades; nulo: esa versión no las distinguió.', nulo: true }) finalidades:
    FinalidadDto[] | null
}

export class BorradorAvisoDto {
  @Uuid({ descripcion: 'Borrador.' }) id: string
  @Opcion(ESTATUS_AVISO, { descripcion: 'Estatus.' }) estatus: (typeof ESTATUS_AVISO)[number]
  @Entero({ descripcion: 'Versión del borrador: la que se leyó va con cada cambio.' }) version: number
  @Fecha({ descripcion: 'Desde qué día regirá.', nulo: true }) vigenteDesde: string | null
  @Instante({ descripcion: 'Último guardado.' }) guardadoEn: string
  @Entero({ descripcion: 'Número de la versión que se publicó de él.', nulo: true }) publicada: number | null
}

export class ListAvisosDto {
  @Lista(() => VersionAvisoDto, { descripcion: 'Versiones publicadas, la más reciente primero.' }) versiones: VersionAvisoDto[]
  @Lista(() => BorradorAvisoDto, { descripcion: 'Borradores, el último guardado primero.' }) borradores: BorradorAvisoDto[]
}

export class FaltaAvisoDto {
  @Opcion(['falta', 'advertencia'], { descripcion: 'Una falta impide enviarlo; una advertencia no impide nada.' }) gravedad:
    'falta' | 'advertencia'
  @Opcion(TIPOS_AVISO, { descripcion: 'En cuál de los dos; nulo: las finalidades, que son de ambos.', nulo: true }) aviso:
    (typeof TIPOS_AVISO)[number] | null
  @Texto({ descripcion: 'Parte que la ley pide; nulo: de ninguna.', nulo: true }) parte: string | null
  @Entero({ descripcion: 'Renglón del texto, desde 1; nulo: no está en el texto.', nulo: true }) linea: number | null
  @Texto({ descripcion: 'Qué falta.' }) razon: string
}

export class SegmentoDto {
  @Opcion(['same', 'added', 'removed'], { descripcion: 'Si sigue, se agregó o se quitó.' }) kind: 'same' | 'added' | 'removed'
  @Texto({ descripcion: 'Texto.', max: MAX_TEXTO }) text: string
}

export class ParrafoDto {
  @Opcion(['same', 'added', 'removed', 'changed'], { descripcion: 'Qué le pasó al párrafo.' }) kind:
    'same' | 'added' | 'removed' | 'changed'
  @Lista(() => SegmentoDto, { descripcion: 'Sus palabras.' }) segments: SegmentoDto[]
}

export class CambioFinalidadDto {
  @Opcion(['agregada', 'retirada', 'cambiada'], { descripcion: 'Qué le pasó.' }) clase: 'agregada' | 'retirada' | 'cambiada'
  @Objeto(() => FinalidadDto, { descripcion: 'Como era.', nulo: true }) antes: FinalidadDto | null
  @Objeto(() => FinalidadDto, { descripcion: 'Como queda.', nulo: true }) despues: FinalidadDto | null
}

export class DiferenciasAvisoDto {
  @Lista(() => ParrafoDto, { descripcion: 'Del integral, párrafo por párrafo.' }) integral: ParrafoDto[]
  @Lista(() => ParrafoDto, { descripcion: 'Del simplificado.' }) simplificado: ParrafoDto[]
  @Lista(() => CambioFinalidadDto, { descripcion: 'De las finalidades.' }) finalidades: CambioFinalidadDto[]
  @Opciones(ELECCIONES_CONSENTIMIENTO, {
    descripcion: 'Decisiones que se volverían a pedir; ninguna: los consentimientos siguen rigiendo.',
  })
  porRenovar: string[]
}

export class ParteAvisoDto {
  @Texto({ descripcion: 'Clave.' }) clave: string
  @Texto({ descripcion: 'Qué debe decir el aviso.' }) nombre: string
  @Opciones(TIPOS_AVISO, { descripcion: 'En cuál de los dos.' }) avisos: string[]
  @Texto({ descripcion: 'Dónde lo pide la ley que rige; nulo si no se sabe.', nulo: true }) articulo: string | null
  @Textos({ descripcion: 'Palabras de su título por las que se reconoce.' }) titulos: string[]
  @Textos({ descripcion: 'Palabras que debe decir; «/» separa alternativas.' }) contiene: string[]
  @Texto({ descripcion: 'De dónde se tomó.' }) fuente: string
  @Opcion(CONFIANZAS, { descripcion: 'Qué tan seguro es.' }) confianza: (typeof CONFIANZAS)[number]
}

export class DatoAvisoDto {
  @Texto({ descripcion: 'Se escribe en el texto como {{clave}}.' }) clave: string
  @Texto({ descripcion: 'Qué es.' }) nombre: string
  @Texto({ descripcion: 'En qué se convierte.' }) valor: string
  @Texto({ descripcion: 'De dónde se tomó.' }) fuente: string
  @Opcion(CONFIANZAS, { descripcion: 'Qué tan seguro es.' }) confianza: (typeof CONFIANZAS)[number]
}

export class ActaAvisoDto {
  @Uuid({ descripcion: 'Documento.' }) documentoId: string
  @Texto({ descripcion: 'Nombre.' }) nombre: string
  @Texto({ descripcion: 'SHA-256.' }) sha256: string
  @Fecha({ descripcion: 'Fecha que lleva.' }) fecha: string
}

export class VotoAvisoDto {
  @Texto({ descripcion: 'Órgano.' }) organo: string
  @Uuid({ descripcion: 'Sesión.' }) sesion: string
  @Texto({ descripcion: 'Nombre de la sesión.' }) sesionNombre: string
  @Uuid({ descripcion: 'Punto del orden del día.' }) puntoId: string
  @Instante({ descripcion: 'Cuándo se votó.' }) votadoEn: string
  @Fecha({ descripcion: 'Día del voto.' }) fecha: string
  @Texto({ descripcion: 'Título del punto.', opcional: true }) titulo?: string
  @Objeto(() => ActaAvisoDto, { descripcion: 'Acta.', nulo: true }) acta: ActaAvisoDto | null
  @Objeto(() => ExcepcionDto, { descripcion: 'Por qué aprueba, si no es el voto de su punto.', nulo: true, opcional: true })
  excepcion?: ExcepcionDto | null
}

export class VotoPosibleDto extends VotoAvisoDto {
  @Textos({ descripcion: 'Por qué no basta: ninguna si es el punto de este aviso y se votó después de enviarlo.' }) faltas: string[]
}

export class HechoAvisoDto {
  @Opcion(['crear', ...ACTOS_AVISO], { descripcion: 'Acto.' }) acto: 'crear' | (typeof ACTOS_AVISO)[number]
  @Instante({ descripcion: 'Cuándo.' }) en: string
  @Texto({ descripcion: 'Motivo.', nulo: true }) motivo: string | null
  @Texto({ descripcion: 'Folio del acuse.', nulo: true }) folio: string | null
}

export class BorradorAvisoCompletoDto extends BorradorAvisoDto {
  @Texto({ descripcion: 'Aviso integral, en Markdown, con sus {{claves}}.', max: MAX_TEXTO }) integral: string
  @Texto({ descripcion: 'Aviso simplificado.', max: MAX_TEXTO }) simplificado: string
  @Lista(() => FinalidadDto, { descripcion: 'Finalidades.' }) finalidades: FinalidadDto[]
  @Objeto(() => LeyAvisoCompletaDto, { descripcion: 'Ley que rige en su primer día.', nulo: true }) ley: LeyAvisoCompletaDto | null
  @Lista(() => FaltaAvisoDto, { descripcion: 'Lo que le falta, con su lugar.' }) faltas: FaltaAvisoDto[]
  @Objeto(() => VersionAvisoDto, { descripcion: 'Última versión publicada.', nulo: true }) base: VersionAvisoDto | null
  @Objeto(() => DiferenciasAvisoDto, { descripcion: 'Qué cambia de ella.', nulo: true }) diferencias: DiferenciasAvisoDto | null
  @Lista(() => LeyAvisoCompletaDto, { descripcion: 'Leyes de datos personales, con los días en que rigieron.' })
  leyes: LeyAvisoCompletaDto[]
  @Lista(() => ParteAvisoDto, { descripcion: 'Lo que la ley pide que diga.' }) partes: ParteAvisoDto[]
  @Lista(() => DatoAvisoDto, { descripcion: 'Lo que el texto toma de los datos del proceso.' }) datos: DatoAvisoDto[]
  @Objeto(() => VotoAvisoDto, { descripcion: 'Aprobación de la Comisión.', nulo: true }) comision: VotoAvisoDto | null
  @Objeto(() => VotoAvisoDto, { descripcion: 'Aprobación del Comité de Transparencia.', nulo: true }) comite: VotoAvisoDto | null
  @Lista(() => VotoPosibleDto, { descripcion: 'Votos con los que el órgano que sigue pudo aprobarlo.' }) votos: VotoPosibleDto[]
  @Objeto(() => PropuestaExcepcionDto, { descripcion: 'Aprobación que espera a otra persona.', nulo: true })
  porConfirmar: PropuestaExcepcionDto | null
  @Lista(() => AccionDto, { descripcion: 'Lo que se puede hacer con él, y por qué no.' }) acciones: AccionDto[]
  @Lista(() => HechoAvisoDto, { descripcion: 'Historia.' }) historia: HechoAvisoDto[]
}

export class CrearAvisoDto {
  @Uuid({ descripcion: 'Versión de la que parte; nulo: en blanco.', nulo: true }) desdeId: string | null
}

export class GuardarAvisoDto extends BorradorLeidoDto {
  @Texto({ descripcion: 'Aviso integral, en Markdown, con sus {{claves}}.', max: MAX_TEXTO }) integral: string
  @Texto({ descripcion: 'Aviso simplificado.', max: MAX_TEXTO }) simplificado: string
  @Lista(() => FinalidadDto, { descripcion: 'Finalidades.' }) finalidades: FinalidadDto[]
  @Fecha({ descripcion: 'Desde qué día regirá.', nulo: true }) vigenteDesde: string | null
}

export class AprobarAvisoDto extends BorradorLeidoDto {
  @Uuid({ descripcion: 'Sesión en que se votó.' }) sesion: string
  @Uuid({ descripcion: 'Punto del orden del día.' }) puntoId: string
  @Texto({
    descripcion: 'Por qué se aprueba con un voto que no es de su punto, o que es anterior a su envío. Otra persona lo confirma.',
    opcional: true,
    nulo: true,
    max: 1000,
  })
  motivo?: string | null
}

export class ActoAvisoDto {
  @Objeto(() => BorradorAvisoCompletoDto, { descripcion: 'El aviso, como queda.' }) borrador: BorradorAvisoCompletoDto
  @Objeto(() => AcuseDto, { descripcion: 'Acuse; nulo al guardar.', nulo: true }) acuse: AcuseDto | null
}
