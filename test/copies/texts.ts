/** Texts written for these tests: states R and Z, persons and facts invented, dated 2031. */

export const talks = `R and Z agree to reopen the river crossing at Halden

VESTRA, 4 May – The Foreign Minister of Ruvia, Anton Breul, and the Foreign Minister of Zelmar, Ines Okado, held talks in Vestra on Sunday and agreed to reopen the river crossing at Halden, the Ruvian foreign ministry said.

Breul said after the talks that the two sides will set up a joint commission on water, which will hold its first meeting in Port Salm before 30 September 2031. Ruvia will finance 40 scholarships for engineers from Zelmar each year, and it is ready to share its experience of running the locks on the upper Lerra.

Okado noted that Zelmar supports the candidacy of Ruvia for the council of the Maritime Union. She proposed that the two countries begin negotiations on an agreement on road haulage, under which 1,200 lorries a year could cross without a permit. Zelmar will not raise the fees at the border post of Kessen, she stressed.

The ministers confirmed that the rail link between Vestra and Port Salm, which was closed in 2027, will be open to goods trains by the end of 2032. They also decided to double the number of weekly flights from three to six and to lift the visa requirement for students and researchers of both countries.

On international issues, the sides reaffirmed their support for the Lerra Convention and urged all upstream states to join it without delay. Breul will visit Port Salm in November at the invitation of Okado.
`

/** The same meeting, forty characters put right. */
export const reissue = talks
  .replace('40 scholarships for engineers', '40 scholarships for young engineers')
  .replace('running the locks', 'running locks')

export const lead = talks.slice(0, talks.indexOf('Okado noted'))

/** Spun word by word, with furniture of a page, one number and one name damaged. */
export const spun = `Home | World | Sport | Weather

R and Z consent to reopen the river passage at Halden

VESTRA, 4 May – The Minister of Foreign Affairs of Ruvia, Anton Breul, and the Minister of Foreign Affairs of Zelmar, Ines Okado, kept conversations in Vestra on Sunday and consented to open again the river passage at Halden, the foreign ministry of Ruvia told.

Breul told after the conversations that both parties will establish a mixed commission about water, which will celebrate its first gathering in Port Salm until 30 September 2031. Ruvia will pay 40 grants for engineers from Zelmar every year, and it is prepared to divide its experience of managing the sluices on the upper Lerra.

Okado observed that Zelmar backs the candidature of Ruvia to the council of the Maritime Union. She suggested that the two nations start negotiations about an accord about road transport, under which 2,100 trucks a year might cross without permission. Zelmar will not increase the tariffs at the frontier post of Kesen, she underlined.

The ministers confirmed that the railway connection between Vestra and Port Salm, which was shut in 2027, will be open for freight trains until the end of 2032. They also resolved to duplicate the quantity of weekly flights from three to six and to remove the visa obligation for students and investigators of both nations.

About international questions, the parties reaffirmed their backing for the Lerra Convention and asked all upstream countries to enter it without retard. Breul will visit Port Salm in November at the invitation of Okado.

Leave a comment
`

/** The press conference on the same day: the same people, places and phrases. */
export const conference = `R and Z agree to reopen the river crossing at Halden

VESTRA, 4 May – The Foreign Minister of Ruvia, Anton Breul, and the Foreign Minister of Zelmar, Ines Okado, answered questions of the press in Vestra on Sunday after their talks, the Ruvian foreign ministry said.

Asked about fishing on the lower Lerra, Breul said that the two sides see no need for new quotas this year. Okado added that the catch of 2030 was the smallest in a decade and that Zelmar is ready to exchange data every month.

A reporter asked whether the crossing at Halden would carry heavy lorries. Breul replied that the bridge must first be tested, and that Ruvia will publish the results in the summer. The cost of the repair, some 14 million dinars, is shared equally.

Okado thanked the people of Vestra for their hospitality. She expressed the hope that the exhibition of Zelmar glass, which opens in the city museum on 9 June, will find many visitors, and invited the journalists to the music festival in Port Salm.

On international issues, the sides reaffirmed their support for the Lerra Convention and urged all upstream states to join it without delay.
`

const call = (guest: string, state: string, subject: string, other: string) => `Readout of the Minister's call

Foreign Minister Anton Breul spoke today by telephone with the Foreign Minister of ${state}, ${guest}. Minister Breul reaffirmed the close partnership between Ruvia and ${state} and thanked Minister ${guest} for the cooperation of ${state} on regional security. The two ministers discussed ${subject} and agreed to stay in close contact in the weeks ahead. Minister Breul also raised ${other}, and underscored the commitment of Ruvia to work with ${state} on energy, trade and the protection of the Lerra.
`
/** Two calls of one day under one title. */
export const firstCall = call('Okado', 'Zelmar', 'the water level of the Lerra', 'the road between Kessen and Halden')
export const secondCall = call('Tamber', 'Norland', 'the harvest and the price of grain', 'the detention of two fishermen')

/** A letter that comes every year. */
export const letter = (year: number): string => `To the Speaker of the Assembly:

Section 12 of the Emergency Act provides for the automatic termination of a state of emergency unless, within the period of 90 days before its anniversary, the Government publishes a notice that the emergency is to continue. In accordance with this provision, I have sent the enclosed notice to the Gazette for publication, stating that the emergency declared in Order 418 of 7 March 2019 with respect to the upper Lerra is to continue in effect beyond 7 March ${year}.

The situation on the upper Lerra continues to pose an unusual threat to the security of Ruvia. For this reason, I have determined that it is necessary to continue the emergency declared in Order 418.
`

/** The talks in Russian. */
export const russian = `Рувия и Зелмар договорились открыть переправу в Халдене

ВЕСТРА, 4 мая. Министр иностранных дел Рувии Антон Бреул и министр иностранных дел Зелмара Инес Окадо провели в воскресенье переговоры в Вестре и договорились вновь открыть переправу в Халдене, сообщили в министерстве иностранных дел Рувии.

После переговоров Бреул заявил, что стороны создадут совместную комиссию по воде, которая проведёт первое заседание в Порт-Салме до 30 сентября 2031 года. Рувия будет ежегодно финансировать 40 стипендий для инженеров из Зелмара и готова поделиться опытом эксплуатации шлюзов в верховьях Лерры.

По словам Окадо, Зелмар поддерживает кандидатуру Рувии в совет Морского союза. Она предложила начать переговоры о соглашении об автомобильных перевозках, по которому 1200 грузовиков в год смогут пересекать границу без разрешений. На пункте пропуска Кессен Зелмар сборы повышать не будет, подчеркнула она.

Министры подтвердили, что железнодорожное сообщение между Вестрой и Порт-Салмом, закрытое в 2027 году, до конца 2032 года откроется для грузовых поездов. Они также решили увеличить число еженедельных рейсов с 3 до 6.

По международным вопросам стороны подтвердили поддержку Лерской конвенции. В ноябре Бреул по приглашению Окадо посетит Порт-Салм.
`
