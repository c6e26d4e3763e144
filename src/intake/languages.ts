/** What tells languages of one script apart: their commonest short words, and letters that the others do not have. */
export interface Marks {
  readonly tag: string
  readonly words: ReadonlySet<string>
  readonly letters?: RegExp
}

const marks = (tag: string, words: string, letters?: RegExp): Marks => ({
  tag,
  words: new Set(words.split(' ')),
  ...(letters ? { letters } : {}),
})

/** Languages in Latin letters. Data: another language is another line. */
export const latin: readonly Marks[] = [
  marks('en', 'the of and to in for that is on with as by their this will from be are its which has have it at was his they between'),
  marks(
    'fr',
    'le la les de des du et en un une dans pour que qui sur par au aux est sont avec ce cette leur ses ont il elle nous',
    /[àâçèêëîïôùûœ]/g,
  ),
  marks('es', 'el la los las de del en un una para que por con se su sus al es son como más entre ha han sobre este esta lo', /[ñáíóú¿¡]/g),
  marks(
    'tr',
    've bir bu ile için da de olarak olan arasında iki daha ise çok gibi kadar sonra tarafından ilişkiler yılında olduğunu etti',
    /[ğışİ]/g,
  ),
  marks(
    'uz',
    "va bilan uchun bu bir ham boʻyicha o'zbekiston oʻzbekiston oʻrtasida o'rtasida hamda ikki haqida bo'yicha tomonlar tomon edi qilish respublikasi yilda yil",
    /[ʻʼ‘]|[og]['’]/g,
  ),
  marks('de', 'der die das und in den von zu mit für auf ist des im ein eine nicht sich dem werden auch als an bei nach wird', /[äöüß]/g),
  marks('it', 'il di che la in un una per del della con le dei delle al sono dal nel alla ha si gli anche come', /[ìò]/g),
  marks('pt', 'os as de do da dos das em um uma para que com por no na se ao são mais entre não como', /[ãõ]/g),
]
/** Languages in Cyrillic letters. */
export const cyrillic: readonly Marks[] = [
  marks('ru', 'и в на с по что как для не от к о из за при их его это также между стороны был были до со все или', /[ыэщё]/g),
  marks('kk', 'және мен үшін бұл бір осы деп туралы бойынша арасындағы екі болып ретінде қазақстан да де сондай', /[әғқңөұүһі]/g),
  marks('ky', 'жана менен үчүн бул бир деп боюнча ортосундагы эки кыргыз да де болгон', /[ңөү]/g),
  marks('uz-Cyrl', 'ва билан учун бу бир ҳам бўйича ўзбекистон ўртасида ҳамда икки ҳақида томонлар', /[ўқғҳ]/g),
  marks('uk', 'і в на з та що як для не від до про із за при їх його це також між сторони був були або', /[їєґ]/g),
  marks('tg', 'ва дар бо аз ба барои ки ин як ҳам миёни тоҷикистон', /[ӣӯҷҳқғ]/g),
]
/** Languages in Arabic letters. */
export const arabic: readonly Marks[] = [
  marks('ar', 'في من على إلى أن التي بين عن مع هذا هذه الذي كما وقد ما لا', /[ةىأإؤئ]/g),
  marks('fa', 'و در به از که این را با برای است می آن بین هم', /[پچژگ]/g),
  marks('ur', 'اور کے میں کی کا سے کو نے ہے پر یہ', /[ٹڈڑںے]/g),
]
