/**
 * Text that checks an extract, a corte and an acuse with `sha256sum` and `openssl` alone, for an auditor who trusts no program of ours.
 * @param origen address of the system, without a slash at its end.
 */
export function comprobarTxt(origen: string): string {
  return `CÓMO SE COMPRUEBA LA BITÁCORA SIN NUESTROS PROGRAMAS

Guarde en una misma carpeta, con estos nombres:

  bitacora.jsonl  el extracto que se descargó
  cabezas.json    ${origen}/api/v1/publico/bitacora/cabezas
  llaves.json     ${origen}/api/v1/publico/llaves
  corte.json      ${origen}/api/v1/publico/cortes/1   (o el número de otro corte)
  ficha.json      ${origen}/api/v1/publico/candidaturas/ID, si quiere probar una
  acuse.json      ${origen}/api/v1/publico/acuses/FOLIO, si tiene uno

Escriba en la primera línea, entre las comillas, la huella de la llave que el Instituto
publica fuera de este sitio, por ejemplo en un acuerdo; si son varias, separadas por un
espacio. Sin ella, compare al final la huella que se lea. Este sitio la dice como «huella»
en ${origen}/api/v1/publico/llaves

Abra ahí una terminal (Linux; en macOS, «shasum -a 256» por sha256sum) y pegue todo:

${COMANDOS.trimEnd()
  .split('\n')
  .map((line) => `  ${line}`)
  .join('\n')}

La última línea es el veredicto. La bitácora queda probada hasta el último acto que
alcanza una firma, sea de una cabeza o del corte. De los que siguen, mientras no llega la
firma de la hora, sólo se sabe que cada uno sigue al anterior. Del corte queda probada su
lista, y con ella cada ficha que esté en «ficha.json».

El nombre de una llave se puede elegir; su huella, no. Por eso se compara la huella.
`
}

/** The build refuses raw text beyond ASCII: such words are filled in. Contents are kept in RFC 8785 form: an extract escapes only quotes and backslashes of them. */
const COMANDOS = String.raw`
huella=""
mal=; usadas=; hasta=0; alcance=
falta() { mal="${'$'}{mal:+$mal, }$1"; }

# 1. Cada acto sigue al anterior
n=0; a=; falla=
while IFS= read -r r || [ -n "$r" ]; do
  n=$((n+1)); h=${'$'}{r##*\"hash\":\"}; h=${'$'}{h%%\"*}; c=${'$'}{r#*\"contenido\":\"}; c=${'$'}{c%\",\"hash\"*}
  s=$({ printf %s "$a"; printf '%s\n' "$c" | sed 's/\\\(["\\]\)/\1/g' | tr -d '\n'; } | sha256sum)
  case "$r" in "{\"n\":$n,\"contenido\":"*) ;; *) falla=$n; break;; esac
  [ "${'$'}{s%% *}" = "$h" ] || { falla=$n; break; }
  a=$h
done < bitacora.jsonl
if [ -z "$falla" ]; then echo "Encadenados: $n"; else echo "NO COINCIDE el acto $falla"; falta "el acto $falla"; fi

# ${'2. Hasta qué acto firmó el Instituto'}
v() { printf %s "$uno" | sed "s/.*\"$1\":\"*\([^\",}]*\).*/\1/"; }
esta() { sed -n "$1p" bitacora.jsonl | grep -q "\"hash\":\"$2\"}"; }
comprobar() {
  sed "s/.*\"id\":\"$(v llave)\",[^}]*\"llave\":\"\([^\"]*\)\".*/\1/" llaves.json | base64 -d > llave.der
  v firma | base64 -d > firma.bin
  printf '%s, llave %s: ' "$1" "$(v llave)"
  f=$(sha256sum < llave.der); f=${'$'}{f%% *}
  case " $usadas " in *" $f "*) ;; *) usadas="${'$'}{usadas:+$usadas }$f";; esac
  openssl pkeyutl -verify -pubin -keyform DER -inkey llave.der -rawin -in firmado.txt -sigfile firma.bin || { falta "la firma de $1"; return 1; }
}
alcanza() { alcance="${'$'}{alcance:+$alcance; }$2, hasta el acto $1"; [ "$1" -le "$hasta" ] || hasta=$1; }
sed 's/^{"elementos":\[//; s/},{"cabecera"/}|{"cabecera"/g' cabezas.json | tr '|' '\n' > cabezas.txt
uno=$(head -n 1 cabezas.txt); ultimo=$(v n)
[ "$ultimo" -le "$n" ] || echo "${'El Instituto ya firmó'} hasta el acto $ultimo; este extracto termina en el $n"
while IFS= read -r uno || [ -n "$uno" ]; do [ "$(v n)" -le "$n" ] && break; done < cabezas.txt
if [ -z "$uno" ]; then echo "${'Ninguna cabeza alcanza'} este extracto"; else
ant=$(v anterior); [ "$ant" = null ] || ant="\"$ant\""
printf '{"anterior":%s,"bitacora":{"hash":"%s","n":%s},"en":"%s","numero":%s,"tipo":"${'cabeza de la bitácora'}"}' \
  "$ant" "$(v hash)" "$(v n)" "$(v en)" "$(v numero)" > firmado.txt
cabeza="Cabeza $(v numero)"
if comprobar "$cabeza"; then
  if esta "$(v n)" "$(v hash)"; then alcanza "$(v n)" "$cabeza"
  else echo "NO COINCIDE: la firma es de otro acto $(v n)"; falta "el acto $(v n) de la cabeza"; fi
fi; fi

# ${'3. El Instituto firmó el corte, y con él su lista'}
uno=$(sed 's/.*,\("firma":"[^"]*","llave":"[^"]*"\),"recursos".*/\1/' corte.json)
sed 's/^{"cabecera":\(.*\),"firma":"[^"]*","llave":.*/\1/' corte.json | tr -d '\n' > firmado.txt
corte="Corte $(sed 's/.*"numero":\([0-9]*\).*/\1/' firmado.txt)"
comprobar "$corte" && firmado=si || firmado=
sed 's/.*,"recursos":\(\[{"ruta".*\]\)}$/\1/' corte.json | tr -d '\n' > lista.json
h=$(sed 's/{"ruta":"\([^"]*\)","sha256":"\([^"]*\)","bytes":\([0-9]*\)}/{"bytes":\3,"ruta":"\1","sha256":"\2"}/g' lista.json | sha256sum)
if grep -q "\"sha256\":\"${'$'}{h%% *}\"" firmado.txt; then echo "Lista del corte: coincide"
else echo "Lista del corte: NO COINCIDE"; falta "la lista del corte"; fi
uno=$(sed 's/.*"bitacora":\({[^}]*}\).*/\1/' firmado.txt)
if [ "$(v n)" -gt "$n" ]; then echo "El corte firma hasta el acto $(v n); este extracto termina en el $n"
elif esta "$(v n)" "$(v hash)"; then echo "Acto $(v n) del corte: coincide"; [ -z "$firmado" ] || alcanza "$(v n)" "$corte"
else echo "Acto $(v n) del corte: NO COINCIDE"; falta "el acto $(v n) del corte"; fi
[ ! -f ficha.json ] || { h=$(sha256sum < ficha.json)
  if grep -q "\"sha256\":\"${'$'}{h%% *}\"" lista.json; then echo "${'Ficha: está en el corte'}"
  else echo "${'Ficha: NO ESTÁ en el corte'}"; falta "la ficha"; fi; }

# ${'4. El Instituto firmó el acuse'}
[ ! -f acuse.json ] || { uno=$(cat acuse.json)
  printf '{"acto":"%s","folio":"%s","recibidoEn":"%s","sha256":"%s"}' "$(v acto)" "$(v folio)" "$(v recibidoEn)" "$(v sha256)" > firmado.txt
  comprobar Acuse; }

# 5. Veredicto
if [ "$hasta" = 0 ]; then echo "${'Ninguna firma alcanza este extracto: sus actos están encadenados, y nada más'}"
else echo "${'Las firmas llegan hasta el acto'} $hasta de $n ($alcance); sin firma: $((n-hasta))"; fi
for f in $usadas; do echo "Huella de la llave: $f"
  [ -z "$huella" ] || case " $huella " in *" $f "*) ;; *) falta "la llave $f";; esac; done
if [ -n "$mal" ]; then echo "VEREDICTO: NO COINCIDE: $mal"
elif [ "$hasta" = 0 ]; then echo "${'VEREDICTO: NO QUEDA PROBADO: ninguna firma alcanza este extracto'}"
elif [ -z "$huella" ]; then echo "${'VEREDICTO: todo coincide, si la huella de la llave es la que publica el Instituto'}"
else echo "${'VEREDICTO: todo coincide, también la llave del Instituto'}"; fi
`.trimStart()
