//! Enumerations with data, slices, boxes, methods by trait, a hash map.

use std::collections::HashMap;
use std::fmt;

#[derive(Debug, Clone)]
enum Shape {
    Circle { radius: f64 },
    Rect(f64, f64),
    Named(String, Box<Shape>),
    Nothing,
}

trait Area {
    fn area(&self) -> f64;
}

impl Area for Shape {
    fn area(&self) -> f64 {
        match self {
            Shape::Circle { radius } => 3.0 * radius * radius,
            Shape::Rect(w, h) => w * h,
            Shape::Named(_, inner) => inner.area(),
            Shape::Nothing => 0.0,
        }
    }
}

impl fmt::Display for Shape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "shape of {}", self.area())
    }
}

fn sum(shapes: &[Shape]) -> f64 {
    let mut total = 0.0;
    for shape in shapes {
        total += shape.area();
    }
    total
}

fn parse(text: &str) -> Result<i32, std::num::ParseIntError> {
    let number: i32 = text.parse()?;
    Ok(number * 2)
}

fn main() {
    let mut shapes = vec![Shape::Circle { radius: 2.0 }, Shape::Rect(2.0, 3.0)];
    shapes.push(Shape::Named("box".to_string(), Box::new(Shape::Rect(1.0, 1.0))));
    shapes.push(Shape::Nothing);
    let total = sum(&shapes);
    let mut ages: HashMap<&str, u32> = HashMap::new();
    ages.insert("ada", 36);
    let good = parse("21");
    let bad = parse("x");
    let maybe: Option<Box<i32>> = Some(Box::new(7));
    let boxed: Box<dyn Area> = Box::new(Shape::Rect(4.0, 5.0));
    let dynamic = boxed.area();
    println!("{total} {:?} {:?} {} {:?} {dynamic}", good, bad, shapes[0], maybe);
}
