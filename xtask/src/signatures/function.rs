//! One function with a random signature, as its caller and as its callee see it.

use std::fmt::Write;

use super::types::{Random, Type, Types};

/// A function.
pub(super) struct Function {
    number: usize,
    /// What all its values follow from.
    seed: u64,
    result: Option<Type>,
    parameters: Vec<Type>,
    /// The arguments that `...` stands for, if it has one.
    variable: Option<Vec<Type>>,
}

impl Function {
    pub(super) fn random(number: usize, types: &Types, random: &mut Random) -> Function {
        let result = (random.below(8) > 0).then(|| types.pick(random, 2));
        let count = 1 + random.below(12);
        let parameters = (0..count).map(|_| types.pick(random, 3)).collect();
        let variable = (random.below(4) == 0).then(|| {
            let all = (0..random.below(8)).map(|_| types.pick(random, 3));
            all.filter(|ty| ty.is_promoted()).collect()
        });
        Function { number, seed: random.below(1 << 30) as u64, result, parameters, variable }
    }

    /// Its declaration, without the semicolon.
    pub(super) fn declaration(&self) -> String {
        let result = self.result.map_or("void".into(), Type::name);
        let parameters = self.parameters.iter().enumerate();
        let mut parameters: Vec<String> =
            parameters.map(|(index, ty)| format!("{} a{index}", ty.name())).collect();
        if self.variable.is_some() {
            parameters.push("...".into());
        }
        format!("{result} f{}({})", self.number, parameters.join(", "))
    }

    /// Every argument: its name and type.
    fn arguments(&self) -> Vec<(String, Type)> {
        let all = self.parameters.iter().chain(self.variable.iter().flatten());
        all.enumerate().map(|(index, ty)| (format!("a{index}"), *ty)).collect()
    }

    fn fail(&self, leaves: &[(String, String)]) -> String {
        let checks = leaves.iter().map(|(path, value)| {
            format!("    if ({path} != {value}) fail({}, \"{path}\");\n", self.number)
        });
        checks.collect()
    }

    /// Its definition: it checks what it gets.
    pub(super) fn definition(&self, types: &Types) -> String {
        let mut text = format!("{}\n{{\n", self.declaration());
        let mut values = Random::new(self.seed);
        let arguments = self.arguments();
        let (named, variable) = arguments.split_at(self.parameters.len());
        if let (Some((last, _)), Some(_)) = (named.last(), &self.variable) {
            let _ = writeln!(text, "    va_list list;\n    va_start(list, {last});");
        }
        for (name, ty) in variable {
            let ty = ty.name();
            let _ = writeln!(text, "    {ty} {name} = va_arg(list, {ty});");
        }
        for (name, ty) in &arguments {
            text.push_str(&self.fail(&types.leaves(*ty, name, &mut values)));
        }
        if self.variable.is_some() {
            text.push_str("    va_end(list);\n");
        }
        if let Some(result) = self.result {
            let _ = writeln!(text, "    {} result;", result.name());
            text.push_str(&assignments(&types.leaves(result, "result", &mut values)));
            text.push_str("    return result;\n");
        }
        text + "}\n"
    }

    /// A call of it: it checks what it returns.
    pub(super) fn call(&self, types: &Types) -> String {
        let mut text = String::from("    {\n");
        let mut values = Random::new(self.seed);
        let arguments = self.arguments();
        for (name, ty) in &arguments {
            let _ = writeln!(text, "    {} {name};", ty.name());
            text.push_str(&assignments(&types.leaves(*ty, name, &mut values)));
        }
        let names: Vec<&str> = arguments.iter().map(|(name, _)| name.as_str()).collect();
        let call = format!("f{}({});", self.number, names.join(", "));
        match self.result {
            Some(result) => {
                let _ = writeln!(text, "    {} result = {call}", result.name());
                text.push_str(&self.fail(&types.leaves(result, "result", &mut values)));
            }
            None => {
                let _ = writeln!(text, "    {call}");
            }
        }
        text + "    }\n"
    }
}

fn assignments(leaves: &[(String, String)]) -> String {
    leaves.iter().map(|(path, value)| format!("    {path} = {value};\n")).collect()
}
