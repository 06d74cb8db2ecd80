/** The part of a picture that is kept, in fractions of its sides. */
export interface Recorte {
  x: number
  y: number
  ancho: number
  alto: number
}

export interface Encuadre {
  /** 1 keeps as much as fits; 3 a third of it. */
  zoom: number
  /** 0 left or top, 1 right or bottom, of the room there is to move. */
  horizontal: number
  vertical: number
}

export const CENTRADO: Encuadre = { zoom: 1, horizontal: 0.5, vertical: 0.3 }
/** Portraits are three wide by four high. */
const RATIO = 3 / 4

/** The largest portrait that fits, made smaller by the zoom and moved as asked. */
export function recorteOf({ ancho, alto }: { ancho: number; alto: number }, encuadre: Encuadre): Recorte {
  const wide = ancho / alto > RATIO
  const part = {
    ancho: (wide ? (alto * RATIO) / ancho : 1) / encuadre.zoom,
    alto: (wide ? 1 : ancho / RATIO / alto) / encuadre.zoom,
  }
  return { ...part, x: (1 - part.ancho) * encuadre.horizontal, y: (1 - part.alto) * encuadre.vertical }
}
