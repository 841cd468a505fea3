//! Own sentences with the clauses that they should give, through lexer and tagger.

/// Sentence and its clauses, joined by ` | `.
pub const SENTENCES: &[(&str, &str)] = &[
    ("The last hurdle was abolished on Monday.", "abolish(obj: hurdle; passive; on: Monday)"),
    ("Parliament abolished the tax.", "abolish(subj: Parliament; obj: tax)"),
    ("Rebels set up attacks on the border.", "set_up(subj: Rebels; obj: attacks; on: border)"),
    ("The attacks they set up failed.", "set_up(subj: they; obj: attacks) | fail(subj: attacks)"),
    (
        "The attacks that were set up by the rebels failed.",
        "set_up(subj: rebels; obj: attacks; passive; by: rebels) | fail(subj: attacks)",
    ),
    (
        "The attacks, which the rebels set up in March, failed.",
        "set_up(subj: rebels; obj: attacks; in: March) | fail(subj: attacks)",
    ),
    (
        "Attacks set up by the rebels killed nine soldiers.",
        "set_up(subj: rebels; obj: Attacks; passive; part; by: rebels) | kill(subj: Attacks; obj: soldiers)",
    ),
    (
        "The rebels continued to set up attacks.",
        "continue(subj: rebels; +inf) | set_up(subj: rebels; obj: attacks; inf)",
    ),
    (
        "The group was accused of setting up attacks.",
        "accuse(obj: group; passive; of: …) | set_up(subj: group; obj: attacks; ing)",
    ),
    ("They set the attacks up last week.", "set_up(subj: They; obj: attacks)"),
    ("The army led a meeting and an exercise.", "lead(subj: army; obj: meeting+exercise)"),
    (
        "The minister, according to his office, has quickly and quietly led a meeting.",
        "lead(subj: minister; obj: meeting; perfect)",
    ),
    (
        "The general had gone to the plant, had led a meeting and met with volunteers.",
        "go(subj: general; perfect; to: plant) | lead(subj: general; obj: meeting; perfect) | meet(subj: general; with: volunteers)",
    ),
    (
        "The mayor visited the school, opened the library and left.",
        "visit(subj: mayor; obj: school) | open(subj: mayor; obj: library) | leave(subj: mayor)",
    ),
    (
        "Soldiers seized and held the town.",
        "seize(subj: Soldiers; obj: town) | hold(subj: Soldiers; obj: town)",
    ),
    ("The officer who led the raid resigned.", "lead(subj: officer; obj: raid) | resign(subj: officer)"),
    ("The raid which the officer led failed.", "lead(subj: officer; obj: raid) | fail(subj: raid)"),
    ("The raid the officer led failed.", "lead(subj: officer; obj: raid) | fail(subj: raid)"),
    (
        "The officer whose troops led the raid resigned.",
        "lead(subj: troops; obj: raid) | resign(subj: officer)",
    ),
    (
        "The city in which the rebels set up a camp was shelled.",
        "set_up(subj: rebels; obj: camp; in: city) | shell(obj: city; passive)",
    ),
    ("The house that they live in burned down.", "live(subj: they; in: house) | burn_down(subj: house)"),
    (
        "Troops leading an offensive crossed the river.",
        "lead(subj: Troops; obj: offensive; ing) | cross(subj: Troops; obj: river)",
    ),
    (
        "The villages occupied by the army were empty.",
        "occupy(subj: army; obj: villages; passive; part; by: army) | be(subj: villages; pred: empty)",
    ),
    (
        "Led by the mayor, the crowd crossed the bridge.",
        "lead(subj: mayor; obj: crowd; passive; part; by: mayor) | cross(subj: crowd; obj: bridge)",
    ),
    (
        "Crossing the bridge, the crowd sang a song.",
        "cross(subj: crowd; obj: bridge; ing) | sing(subj: crowd; obj: song)",
    ),
    (
        "To end the war, the president sent an envoy.",
        "end(subj: president; obj: war; inf) | send(subj: president; obj: envoy)",
    ),
    (
        "The president sent an envoy to end the war.",
        "send(subj: president; obj: envoy; +inf) | end(subj: president; obj: war; inf)",
    ),
    (
        "The president wants to send an envoy.",
        "want(subj: president; +inf) | send(subj: president; obj: envoy; inf)",
    ),
    (
        "The president wants to send an envoy and to open talks.",
        "want(subj: president; +inf) | send(subj: president; obj: envoy; inf) | open(subj: president; obj: talks; inf)",
    ),
    (
        "The president asked the envoy to open talks.",
        "ask(subj: president; obj: envoy; +inf) | open(subj: envoy; obj: talks; inf)",
    ),
    (
        "The envoy was asked to open talks.",
        "ask(obj: envoy; passive; +inf) | open(subj: envoy; obj: talks; inf)",
    ),
    (
        "The president promised the envoy to open talks.",
        "promise(subj: president; obj: envoy; +inf) | open(subj: president; obj: talks; inf)",
    ),
    (
        "The government let the rebels leave the town.",
        "let(subj: government; obj: rebels; +inf) | leave(subj: rebels; obj: town; inf)",
    ),
    ("The coach made the players run.", "make(subj: coach; obj: players; +inf) | run(subj: players; inf)"),
    (
        "The minister helped the company win the contract.",
        "help(subj: minister; obj: company; +inf) | win(subj: company; obj: contract; inf)",
    ),
    (
        "The minister had the report translated.",
        "have(subj: minister; obj: report) | translate(obj: report; passive; part)",
    ),
    (
        "The general got the bridge repaired.",
        "get(subj: general; obj: bridge) | repair(obj: bridge; passive; part)",
    ),
    ("The bank gave the company a loan.", "give(subj: bank; iobj: company; obj: loan)"),
    ("The company was given a loan.", "give(iobj: company; obj: loan; passive)"),
    ("A loan was given to the company.", "give(obj: loan; passive; to: company)"),
    (
        "The loan the bank gave the company was repaid.",
        "give(subj: bank; iobj: company; obj: loan) | repay(obj: loan; passive)",
    ),
    ("Did the rebels set up attacks?", "set_up(subj: rebels; obj: attacks)"),
    ("What did the rebels set up?", "set_up(subj: rebels; obj: What)"),
    ("Who led the raid?", "lead(subj: Who; obj: raid)"),
    ("Was the tax abolished?", "abolish(obj: tax; passive)"),
    ("Never had the army led such a campaign.", "lead(subj: army; obj: campaign; not; perfect)"),
    ("Has the committee approved the plan?", "approve(subj: committee; obj: plan; perfect)"),
    ("There were attacks in the north.", "be(subj: attacks; in: north)"),
    ("There has been an attack.", "be(subj: attack; perfect)"),
    (
        "The minister is ready to resign.",
        "be(subj: minister; pred: ready; +inf) | resign(subj: minister; inf)",
    ),
    ("The wall is hard to break.", "be(subj: wall; pred: hard; +inf) | break(obj: wall; inf)"),
    ("The wall is too high.", "be(subj: wall; pred: high)"),
    ("The minister is a lawyer.", "be(subj: minister; pred: lawyer)"),
    ("The minister became the leader of the party.", "become(subj: minister; pred: leader; of: party)"),
    ("The price remained stable.", "remain(subj: price; pred: stable)"),
    (
        "The minister said that the army led the raid.",
        "say(subj: minister; +that) | lead(subj: army; obj: raid)",
    ),
    ("The minister said the army led the raid.", "say(subj: minister; +that) | lead(subj: army; obj: raid)"),
    (
        "The minister said on Friday the army had led the raid.",
        "say(subj: minister; on: Friday; +that) | lead(subj: army; obj: raid; perfect)",
    ),
    (
        "The minister told reporters the army had led the raid.",
        "tell(subj: minister; obj: reporters; +that) | lead(subj: army; obj: raid; perfect)",
    ),
    (
        "The minister told reporters that the army had led the raid.",
        "tell(subj: minister; obj: reporters; +that) | lead(subj: army; obj: raid; perfect)",
    ),
    ("\"The army led the raid,\" the minister said.", "lead(subj: army; obj: raid) | say(subj: minister)"),
    ("\"The army led the raid,\" said the minister.", "lead(subj: army; obj: raid) | say(subj: minister)"),
    (
        "The minister asked whether the army led the raid.",
        "ask(subj: minister; +wh) | lead(subj: army; obj: raid)",
    ),
    (
        "The minister knows how the army led the raid.",
        "know(subj: minister; +wh) | lead(subj: army; obj: raid)",
    ),
    (
        "The minister did not know what the army wanted.",
        "know(subj: minister; not; +wh) | want(subj: army; obj: what)",
    ),
    (
        "The claim that the army led the raid is false.",
        "lead(subj: army; obj: raid) | be(subj: claim; pred: false)",
    ),
    (
        "The report, published on Monday, criticised the army.",
        "publish(obj: report; passive; part; on: Monday) | criticise(subj: report; obj: army)",
    ),
    (
        "The report (published in May) criticised the army.",
        "publish(obj: report; passive; part; in: May) | criticise(subj: report; obj: army)",
    ),
    ("The mayor, a former teacher, opened the school.", "open(subj: mayor; obj: school)"),
    (
        "The mayor, who had opened the school, left the town.",
        "open(subj: mayor; obj: school; perfect) | leave(subj: mayor; obj: town)",
    ),
    (
        "When the army left the town, the rebels seized it.",
        "leave(subj: army; obj: town) | seize(subj: rebels; obj: it)",
    ),
    ("The rebels seized the town when the army left.", "seize(subj: rebels; obj: town) | leave(subj: army)"),
    (
        "Because the army left the town, the rebels seized it.",
        "leave(subj: army; obj: town) | seize(subj: rebels; obj: it)",
    ),
    (
        "The rebels seized the town after the army had left.",
        "seize(subj: rebels; obj: town) | leave(subj: army; perfect)",
    ),
    (
        "The rebels seized the town after leaving the camp.",
        "seize(subj: rebels; obj: town; after: …) | leave(subj: rebels; obj: camp; ing)",
    ),
    ("The rebels will not seize the town.", "seize(subj: rebels; obj: town; not; will)"),
    ("The rebels have never seized the town.", "seize(subj: rebels; obj: town; not; perfect)"),
    ("The rebels could have been seized.", "seize(obj: rebels; passive; perfect; could)"),
    ("The rebels are being trained by the army.", "train(subj: army; obj: rebels; passive; by: army)"),
    (
        "The army attacked the town and the rebels responded.",
        "attack(subj: army; obj: town) | respond(subj: rebels)",
    ),
    (
        "The army attacked the town and rebels in the hills.",
        "attack(subj: army; obj: town+rebels; in: hills)",
    ),
    ("The army attacked towns, villages and farms.", "attack(subj: army; obj: towns+villages+farms)"),
    ("The army and the police led the raid.", "lead(subj: army+police; obj: raid)"),
    ("Neither the army nor the police led the raid.", "lead(subj: army+police; obj: raid)"),
    ("Russian and Ukrainian officials held talks.", "hold(subj: officials; obj: talks)"),
    ("The king's army led the raid.", "lead(subj: army; obj: raid)"),
    ("Most of the town was destroyed.", "destroy(obj: town; passive)"),
    ("The rebels seized most of the town.", "seize(subj: rebels; obj: town)"),
    ("The rebels launched a number of attacks.", "launch(subj: rebels; obj: attacks)"),
    ("The fund paid $5 million for the house.", "pay(subj: fund; obj: million; for: house)"),
    ("The fund paid some 500 workers.", "pay(subj: fund; obj: workers)"),
    ("More than 500 people signed the letter.", "sign(subj: people; obj: letter)"),
    ("At least five people were killed.", "kill(obj: people; passive)"),
    ("The price rose 5% in May.", "rise(subj: price; in: May)"),
    ("The rebels seized the town on March 5, 2024.", "seize(subj: rebels; obj: town; on: March)"),
    ("The army took control of the town.", "take(subj: army; obj: control; of: town)"),
    ("The army took over the town.", "take_over(subj: army; obj: town)"),
    ("The army took the town over.", "take_over(subj: army; obj: town)"),
    ("The army took it back.", "take_back(subj: army; obj: it)"),
    ("The court called off the trial.", "call_off(subj: court; obj: trial)"),
    ("The trial was called off by the court.", "call_off(subj: court; obj: trial; passive; by: court)"),
    (
        "The trial, the court decided, should start in May.",
        "decide(subj: court) | start(subj: trial; should; in: May)",
    ),
    ("In the north, the army led the raid.", "lead(subj: army; obj: raid)"),
    ("On Monday the army led the raid.", "lead(subj: army; obj: raid)"),
    ("Last week the army led the raid.", "lead(subj: army; obj: raid)"),
    ("The raid was led by the army in March.", "lead(subj: army; obj: raid; passive; by: army; in: March)"),
    (
        "The soldiers stopped the driver from leaving the town.",
        "stop(subj: soldiers; obj: driver; from: …) | leave(subj: driver; obj: town; ing)",
    ),
    (
        "The police blamed the driver for causing the crash.",
        "blame(subj: police; obj: driver; for: …) | cause(subj: driver; obj: crash; ing)",
    ),
    (
        "The firm plans to build a plant in the town.",
        "plan(subj: firm; +inf) | build(subj: firm; obj: plant; inf; in: town)",
    ),
    (
        "The decision to build a plant was criticised.",
        "build(obj: plant; inf) | criticise(obj: decision; passive)",
    ),
    ("Building a plant takes years.", "build(obj: plant; ing) | take(obj: years)"),
    ("It is easy to build a plant.", "be(subj: It; pred: easy; +inf) | build(obj: plant; inf)"),
    ("The committee's plan to abolish the tax failed.", "abolish(obj: tax; inf) | fail(subj: plan)"),
    ("The tax is to be abolished.", "be(subj: tax; +inf) | abolish(obj: tax; passive; inf)"),
    (
        "The tax was supposed to be abolished.",
        "suppose(obj: tax; passive; +inf) | abolish(obj: tax; passive; inf)",
    ),
    ("The tax has to be abolished.", "have(subj: tax; +inf) | abolish(obj: tax; passive; inf)"),
    ("The party wants the tax abolished.", "want(subj: party; obj: tax) | abolish(obj: tax; passive; part)"),
    (
        "The plan to which the minister objected was dropped.",
        "object(subj: minister; to: plan) | drop(obj: plan; passive)",
    ),
    (
        "The troops led the forces of the town out of the valley.",
        "lead(subj: troops; obj: forces; of: town; out of: valley)",
    ),
    ("The army drove the rebels out of the town.", "drive_out(subj: army; obj: rebels; out of: town)"),
    (
        "The president thanked the people helping the victims.",
        "thank(subj: president; obj: people) | help(subj: people; obj: victims; ing)",
    ),
    (
        "The mayor met with volunteers helping the victims.",
        "meet(subj: mayor; with: volunteers) | help(subj: volunteers; obj: victims; ing)",
    ),
    ("The firm, facing losses, cut jobs.", "face(subj: firm; obj: losses; ing) | cut(subj: firm; obj: jobs)"),
    (
        "The minister resigned, saying the army had lied.",
        "resign(subj: minister) | say(subj: minister; ing; +that) | lie(subj: army; perfect)",
    ),
    (
        "The minister saw the soldiers leave the town.",
        "see(subj: minister; obj: soldiers; +inf) | leave(subj: soldiers; obj: town; inf)",
    ),
    (
        "The minister and the general, who led the raid, resigned.",
        "lead(subj: minister+general; obj: raid) | resign(subj: minister+general)",
    ),
    (
        "The firm sells cars but does not repair them.",
        "sell(subj: firm; obj: cars) | repair(subj: firm; obj: them; not)",
    ),
    (
        "The army has been accused of attacking the town.",
        "accuse(obj: army; passive; perfect; of: …) | attack(subj: army; obj: town; ing)",
    ),
    ("It was the army that led the raid.", "be(subj: It; pred: army) | lead(subj: army; obj: raid)"),
    ("Those who led the raid resigned.", "lead(subj: Those; obj: raid) | resign(subj: Those)"),
    ("All he wanted was a loan.", "want(subj: he; obj: All) | be(subj: All; pred: loan)"),
    ("He left the town and went home.", "leave(subj: He; obj: town) | go(subj: He)"),
    ("She wrote a book about the war.", "write(subj: She; obj: book; about: war)"),
    ("She wrote him a letter.", "write(subj: She; iobj: him; obj: letter)"),
    ("They elected her president.", "elect(subj: They; obj: her)"),
    ("She was elected president.", "elect(obj: She; passive)"),
    ("The ship was named Victoria.", "name(obj: ship; passive)"),
    ("Please close the door.", "close(obj: door)"),
    ("Close the door and leave.", "close(obj: door) | leave()"),
    ("Don't close the door.", "close(obj: door; not)"),
    ("Let's close the door.", "let(obj: 's; +inf) | close(subj: 's; obj: door; inf)"),
    ("The door closed.", "close(subj: door)"),
    (
        "The minister's decision surprised the party, and its leader resigned.",
        "surprise(subj: decision; obj: party) | resign(subj: leader)",
    ),
    (
        "If the party wins the vote, it will abolish the tax.",
        "win(subj: party; obj: vote) | abolish(subj: it; obj: tax; will)",
    ),
    (
        "The party would abolish the tax if it won the vote.",
        "abolish(subj: party; obj: tax; would) | win(subj: it; obj: vote)",
    ),
    ("The army, not the rebels, led the raid.", "lead(subj: army; obj: raid)"),
    (
        "The rebels not only seized the town but also burned the bridge.",
        "seize(subj: rebels; obj: town) | burn(subj: rebels; obj: bridge)",
    ),
    ("Not a single soldier left the town.", "leave(subj: soldier; obj: town)"),
    ("Which camps did the rebels set up?", "set_up(subj: rebels; obj: camps)"),
    (
        "A group of analysts who follow the front was quoted.",
        "follow(subj: analysts; obj: front) | quote(obj: group; passive)",
    ),
    (
        "The minister accused the army of attacking the town.",
        "accuse(subj: minister; obj: army; of: …) | attack(subj: army; obj: town; ing)",
    ),
    ("The party's leader, Anna Berg, resigned.", "resign(subj: leader)"),
    (
        "The rebels, who seized the town, and the army signed a truce.",
        "seize(subj: rebels; obj: town) | sign(subj: army; obj: truce)",
    ),
    (
        "The army destroyed bridges, closed roads and shelled villages.",
        "destroy(subj: army; obj: bridges) | close(subj: army; obj: roads) | shell(subj: army; obj: villages)",
    ),
    (
        "The official said the tax, which was introduced in May, would be abolished.",
        "say(subj: official; +that) | introduce(obj: tax; passive; in: May) | abolish(obj: tax; passive; would)",
    ),
    (
        "The judge said that the law had been passed and that the party had approved it.",
        "say(subj: judge; +that) | pass(obj: law; passive; perfect) | approve(subj: party; obj: it; perfect)",
    ),
    (
        "The general, supported by the party, led the raid.",
        "support(subj: party; obj: general; passive; part; by: party) | lead(subj: general; obj: raid)",
    ),
    (
        "The army was forced to leave the town.",
        "force(obj: army; passive; +inf) | leave(subj: army; obj: town; inf)",
    ),
    (
        "The minister is expected to announce the plan.",
        "expect(obj: minister; passive; +inf) | announce(subj: minister; obj: plan; inf)",
    ),
    ("The minister refused to comment.", "refuse(subj: minister; +inf) | comment(subj: minister; inf)"),
    ("The firm began selling cars.", "begin(subj: firm; +ing) | sell(subj: firm; obj: cars; ing)"),
    (
        "The firm was founded in Berlin by two brothers.",
        "found(subj: brothers; obj: firm; passive; in: Berlin; by: brothers)",
    ),
    (
        "The talks, led by the minister, ended on Sunday.",
        "lead(subj: minister; obj: talks; passive; part; by: minister) | end(subj: talks; on: Sunday)",
    ),
    ("Attacks on the town and raids on the villages continued.", "continue(subj: Attacks+raids)"),
    (
        "The court ordered the firm to pay a fine.",
        "order(subj: court; obj: firm; +inf) | pay(subj: firm; obj: fine; inf)",
    ),
    ("The fine must be paid by Friday.", "pay(obj: fine; passive; must; by: Friday)"),
    ("The man accused of the crime fled.", "accuse(obj: man; passive; part; of: crime) | flee(subj: man)"),
    (
        "The president and his wife visited the camp where the victims live.",
        "visit(subj: president+wife; obj: camp) | live(subj: victims)",
    ),
    (
        "The rebels attacked the camp, killing ten people.",
        "attack(subj: rebels; obj: camp) | kill(subj: rebels; obj: people; ing)",
    ),
    (
        "In May the party launched a campaign to abolish the tax.",
        "launch(subj: party; obj: campaign; +inf) | abolish(subj: party; obj: tax; inf)",
    ),
];
